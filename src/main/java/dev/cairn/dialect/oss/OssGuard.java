package dev.cairn.dialect.oss;

import dev.cairn.core.Input;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What OSS asks of the heads of its operations and no other vendor does, before the codec of the
 * operation reads them.
 */
final class OssGuard<I extends Input<R>, R> implements Codec<I, R> {
  private static final Set<Operation> NAMING =
      Set.of(
          Operation.PutObject,
          Operation.AppendObject,
          Operation.PutSymlink,
          Operation.CopyObject,
          Operation.CreateMultipartUpload);

  /** Parameters that mean what the headers of the same name mean. */
  private static final Set<String> UNBUILT =
      Set.of("x-oss-traffic-limit", "x-oss-process", "callback", "callback-var");

  private static final String METADATA = "x-oss-meta-";
  private static final Pattern METADATA_NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final String ENCRYPTION = "x-oss-server-side-encryption";
  private static final Set<String> ENCRYPTIONS = Set.of("AES256", "KMS", "SM4");

  private final Codec<I, R> codec;

  OssGuard(Codec<I, R> codec) {
    this.codec = codec;
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    for (String name : UNBUILT) {
      if (head.query().has(name)) {
        throw new Failure.NotImplemented(name).exception();
      }
    }
    if (NAMING.contains(head.operation())) {
      checkKey(head.address().key().orElseThrow());
      checkMetadata(head.headers());
      checkEncryption(head.headers());
    }
    if (head.operation() == Operation.UploadPart && head.headers().has(ENCRYPTION)) {
      throw new Failure.InvalidArgument(
              ENCRYPTION,
              head.headers().first(ENCRYPTION).orElse(""),
              "the encryption of an upload is chosen when it is initiated")
          .exception();
    }
    return codec.decode(head);
  }

  static void checkKey(ObjectKey key) {
    if (key.value().startsWith("/") || key.value().startsWith("\\")) {
      throw new Failure.InvalidKey(key, "it begins with a slash or a backslash").exception();
    }
  }

  private static void checkMetadata(Headers headers) {
    for (String name : headers.names()) {
      if (name.startsWith(METADATA)
          && !METADATA_NAME.matcher(name.substring(METADATA.length())).matches()) {
        throw new Failure.InvalidArgument(
                name,
                headers.first(name).orElse(""),
                "The name of user metadata has letters, digits and hyphens only.")
            .exception();
      }
    }
  }

  /** A word that nobody knows is refused as such; those that are known are not built yet. */
  private static void checkEncryption(Headers headers) {
    headers
        .first(ENCRYPTION)
        .filter(word -> !ENCRYPTIONS.contains(word))
        .ifPresent(
            word -> {
              throw new Failure.InvalidEncryptionAlgorithm(word).exception();
            });
  }

  @Override
  public Answer encode(R result, Exchange<I> exchange) {
    return codec.encode(result, exchange);
  }
}
