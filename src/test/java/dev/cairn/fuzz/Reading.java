package dev.cairn.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireRequest;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.dialect.Address;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.DialectSelector;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.RequestId;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.Target;
import dev.cairn.protocol.form.Form;
import dev.cairn.protocol.form.FormReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Reads a request as the gateway's stages do, but for what needs a catalog; and refuses it as they
 * do. A signature that is wrong does not keep the body from being read.
 */
final class Reading {
  private static final RequestId ID = new RequestId(new UUID(1, 2));

  private final DialectSelector dialects;
  private final WireRequest wire;
  private Dialect dialect;
  private Optional<RawRequest> raw = Optional.empty();
  private Optional<Address> address = Optional.empty();

  Reading(DialectSelector dialects, WireRequest wire) {
    this.dialects = dialects;
    this.wire = wire;
  }

  /** Whether it could be read; if not, the refusal is one that can be sent. */
  boolean run() throws Exception {
    try {
      RawRequest request = head();
      raw = Optional.of(request);
      dialect = dialects.select(request);
      read(request, wire.body());
      return true;
    } catch (FailureException e) {
      if (dialect != null) {
        refuse(e.failure());
      }
      return false;
    }
  }

  private RawRequest head() {
    Headers.Builder headers = Headers.builder();
    wire.fields().forEach(field -> headers.add(field.name(), field.value().strip()));
    Target target = Target.parse(wire.target());
    if (!target.rawPath().startsWith("/")) {
      throw new Failure.InvalidUri(wire.target()).exception();
    }
    return new RawRequest(
        wire.method(),
        target,
        Query.parse(target.rawQuery()),
        Target.authority(wire.target()).or(() -> wire.find("Host")).orElse(""),
        headers.build(),
        false,
        OptionalLong.of(wire.body().length),
        false);
  }

  private void read(RawRequest request, byte[] body) {
    if (dialect.form().isPresent()) {
      if (body.length <= dialect.form().get().limit()) {
        decode(dialect.form().get().read(request, body), new byte[0], Optional.empty());
      }
      return;
    }
    decode(request, body, Optional.empty());
  }

  private void decode(RawRequest request, byte[] body, Optional<Form> form) {
    Headers headers = dialect.authenticator().effectiveHeaders(request);
    address = Optional.of(dialect.addressing().locate(request));
    Operation operation =
        dialect
            .operations()
            .match(request.method(), address.get().scope(), request.query(), headers);
    if (operation == Operation.PostObject && form.isEmpty()) {
      Form read =
          FormReader.read(BytesBody.inSlabsOf(777, body), request.headers(), 20 << 10)
              .await()
              .indefinitely();
      dialect = dialects.select(request, read.fields());
      decode(request, body, Optional.of(read));
      return;
    }
    Codec<?, ?> codec = dialect.codecs().get(operation);
    if (codec == null) {
      throw new Failure.NotImplemented(operation.name()).exception();
    }
    RequestHead head =
        form.isPresent()
            ? RequestHead.ofForm(request, address.get(), operation, form.get())
            : new RequestHead(request, address.get(), operation, headers);
    body(codec.decode(head), head, body);
  }

  private void body(Decoded<?> decoded, RequestHead head, byte[] body) {
    FailureException unproven = null;
    Body payload = BytesBody.inSlabsOf(777, body);
    try {
      payload =
          dialect
              .authenticator()
              .authenticate(head)
              .await()
              .indefinitely()
              .framing()
              .apply(payload);
    } catch (FailureException e) {
      unproven = e;
    }
    switch (decoded.rest()) {
      case Decoded.Rest.Nothing<?> nothing -> assertThat(nothing.input()).isNotNull();
      case Decoded.Rest.Document<?> document -> {
        if (body.length <= document.limit()) {
          assertThat(document.toInput().apply(body)).isNotNull();
        }
      }
      case Decoded.Rest.Data<?> data -> {
        assertThat(data.toInput().apply(payload)).isNotNull();
        drain(payload);
      }
    }
    if (unproven != null) {
      throw unproven;
    }
  }

  private static void drain(Body payload) {
    for (Slab slab = next(payload); slab != null; slab = next(payload)) {
      slab.release();
    }
  }

  private static Slab next(Body payload) {
    return payload.next().await().indefinitely();
  }

  private void refuse(Failure failure) {
    Answer answer =
        dialect.failures().render(failure, new FailureRenderer.Context(ID, raw, address));
    assertThat(answer.status()).as("%s", failure).isBetween(300, 599).isNotEqualTo(500);
    assertThat(dialect.failures().code(failure)).isNotBlank();
    if (answer.payload() instanceof Answer.Payload.Document document) {
      assertWellFormed(document.bytes());
    }
  }

  /**
   * As clients of S3 read it: references to what XML 1.0 has no place for are fine, but for one.
   */
  private static void assertWellFormed(byte[] written) {
    byte[] document =
        new String(written, UTF_8)
            .replaceAll("&#x([1-9a-f]|1[0-9a-f]|fff[ef]);", "?")
            .getBytes(UTF_8);
    try {
      var builder = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.parse(new ByteArrayInputStream(document));
    } catch (SAXException e) {
      throw new AssertionError("no well-formed XML: " + new String(document, UTF_8), e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
