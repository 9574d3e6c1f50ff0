package dev.cairn.dialect;

import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.core.body.BytesBody;
import dev.cairn.dialect.family.DomainAddressing;
import dev.cairn.dialect.family.Domains;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormReader;
import java.util.List;
import java.util.OptionalLong;

/** A form as it came over the wire, read as far as its file. */
public record PostedForm(WireForm form, String host, String target, Headers more) {
  private static final Addressing ADDRESSING =
      new DomainAddressing(
          new Domains(List.of("s3.localhost", "s2.localhost", "obs.localhost", "oss.localhost")));

  /** Posted to a bucket in the path. */
  public static PostedForm of(WireForm form) {
    return of(form, "localhost:9000", "/bucket");
  }

  public static PostedForm of(WireForm form, String host, String target) {
    return new PostedForm(form, host, target, Headers.NONE);
  }

  /** With a header of the request. */
  public PostedForm with(String name, String value) {
    return new PostedForm(
        form, host, target, Headers.builder().addAll(more).add(name, value).build());
  }

  public RawRequest raw() {
    Target parsed = Target.parse(target);
    WireRequest request = form.to(host, target);
    Headers.Builder headers = Headers.builder().addAll(more);
    request.fields().forEach(field -> headers.add(field.name(), field.value()));
    return new RawRequest(
        "POST",
        parsed,
        Query.parse(parsed.rawQuery()),
        host,
        headers.build(),
        false,
        OptionalLong.of(request.body().length),
        false);
  }

  public Form read() {
    return FormReader.read(BytesBody.of(form.bytes()), raw().headers(), 20 << 10)
        .await()
        .indefinitely();
  }

  public RequestHead head() {
    RawRequest raw = raw();
    return RequestHead.ofForm(raw, ADDRESSING.locate(raw), Operation.PostObject, read());
  }
}
