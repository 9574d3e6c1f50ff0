package dev.cairn.dialect.sts;

import dev.cairn.core.access.IssuedSession;
import dev.cairn.dialect.Codec;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.IsoDates;
import dev.cairn.protocol.XmlWriter;
import java.util.function.Consumer;

/** The documents of answers: a response with a result and the request's id. */
final class StsDocuments {
  static final String TYPE = "text/xml";

  // What is in the answers is secret.
  private static final Headers HEADERS =
      Headers.builder().add("Content-Type", TYPE).add("Cache-Control", "no-store").build();

  private StsDocuments() {}

  /**
   * @param result writes what is in the result
   */
  static Answer answer(Codec.Exchange<?> exchange, Consumer<XmlWriter> result) {
    String operation = exchange.head().operation().name();
    XmlWriter xml =
        XmlWriter.document(operation + "Response", StsVocabulary.NAMESPACE)
            .element(operation + "Result", result)
            .start("ResponseMetadata")
            .element("RequestId", exchange.id().toString())
            .end();
    return Answer.document(200, HEADERS, xml.toBytes());
  }

  static void credentials(XmlWriter xml, IssuedSession issued) {
    xml.start("Credentials")
        .element("AccessKeyId", issued.key().id())
        .element("SecretAccessKey", issued.key().secret())
        .element("SessionToken", issued.token())
        .element("Expiration", IsoDates.format(issued.session().expiresAt()))
        .end();
  }
}
