package dev.cairn.dialect.sts;

import dev.cairn.dialect.Address;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.model.Failure;
import dev.cairn.protocol.RawRequest;
import java.util.List;
import java.util.Optional;

/** Everything is addressed to the service. */
public final class StsAddressing implements Addressing {
  private final List<Domains> dialects;

  /**
   * @param dialects the domains of all of them
   */
  public StsAddressing(List<Domains> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  @Override
  public Address locate(RawRequest request) {
    if (!request.target().rawPath().equals("/")) {
      throw new Failure.InvalidRequest("The token service has no resource but /.").exception();
    }
    Optional<Domains.Match> match =
        dialects.stream().flatMap(domains -> domains.match(request.host()).stream()).findFirst();
    return new Address(
        Optional.empty(),
        Optional.empty(),
        false,
        match.map(Domains.Match::suffix),
        match.flatMap(Domains.Match::region));
  }
}
