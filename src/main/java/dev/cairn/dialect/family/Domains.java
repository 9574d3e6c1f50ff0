package dev.cairn.dialect.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The domains under which a dialect is reached: what the Host of a request says. */
public final class Domains {
  /**
   * A Host that lies in one of the domains.
   *
   * @param bucket empty for the service's own host
   * @param suffix the domain as the Host has it, in lower case, without port
   * @param region that the domain names; empty for none
   */
  public record Match(Optional<String> bucket, String suffix, Optional<String> region) {}

  /** In front of a domain this label is the token service, never a bucket. */
  private static final String TOKEN_SERVICE = "sts";

  /** Of the domain name system; it also bounds what matching can cost. */
  private static final int LONGEST_NAME = 253;

  /** Hosts whose fit is known, as they were received: clients use few. */
  private static final int REMEMBERED = 1000;

  private final List<HostPattern> patterns;
  private final Map<String, Optional<HostPattern.Fit>> fits = new ConcurrentHashMap<>();

  /**
   * @param patterns host suffixes; {@code *} stands for the labels that name a region
   */
  public Domains(List<String> patterns) {
    List<HostPattern> ordered = new ArrayList<>(patterns.stream().map(HostPattern::new).toList());
    ordered.sort((a, b) -> a.moreSpecificThan(b) ? -1 : b.moreSpecificThan(a) ? 1 : 0);
    this.patterns = List.copyOf(ordered);
  }

  /**
   * @param host as it was received: any case, with or without port
   */
  public Optional<Match> match(String host) {
    return fit(host)
        .map(
            fit ->
                new Match(
                    fit.bucket().filter(b -> !b.equals(TOKEN_SERVICE)),
                    fit.suffix(),
                    fit.region()));
  }

  /** Whether it is the token service in front of one of the domains. */
  public boolean isTokenService(String host) {
    return fit(host).flatMap(HostPattern.Fit::bucket).filter(TOKEN_SERVICE::equals).isPresent();
  }

  private Optional<HostPattern.Fit> fit(String host) {
    Optional<HostPattern.Fit> known = fits.get(host);
    if (known != null) {
      return known;
    }
    String name = nameOf(host);
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    if (fits.size() > REMEMBERED) {
      fits.clear();
    }
    return fits.computeIfAbsent(host, text -> fitOf(name));
  }

  private Optional<HostPattern.Fit> fitOf(String name) {
    return patterns.stream().flatMap(pattern -> pattern.fit(name).stream()).findFirst();
  }

  private static String nameOf(String host) {
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    // A fully qualified name may end in the dot of the root.
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return name.toLowerCase(Locale.ROOT);
  }
}
