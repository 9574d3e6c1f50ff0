package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.AccountId;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Set;

/** What the heads of all operations have in common, read before the codec of the operation. */
public final class GuardedCodec<I extends Input<R>, R> implements Codec<I, R> {
  private static final Set<Operation> VERSIONED =
      Set.of(
          Operation.GetObject,
          Operation.HeadObject,
          Operation.DeleteObject,
          Operation.GetObjectTagging,
          Operation.PutObjectTagging,
          Operation.DeleteObjectTagging,
          Operation.RestoreObject,
          Operation.GetObjectAcl,
          Operation.PutObjectAcl);

  /** Headers whose values are put together. */
  private static final Set<String> LISTS = Set.of("meta-", "grant-", "optional-object-attributes");

  private final Codec<I, R> codec;
  private final Vocabulary words;
  private final UnbuiltHeaders unbuilt;
  private final VersionIds versions = new VersionIds();

  public GuardedCodec(Codec<I, R> codec, Vocabulary words, UnbuiltHeaders unbuilt) {
    this.codec = codec;
    this.words = words;
    this.unbuilt = unbuilt;
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    refuseRepeated(head.headers());
    unbuilt.check(head.operation(), head.headers());
    head.query().find(VersionIds.PARAMETER).ifPresent(version -> checkVersion(head, version));
    return codec
        .decode(head)
        .ownedBy(head.headers().first(words.header("expected-bucket-owner")).map(AccountId::new));
  }

  @Override
  public Answer encode(R result, Exchange<I> exchange) {
    return codec.encode(result, exchange);
  }

  /** Of two values, one would take effect, and a signature covers them as if they were one. */
  private void refuseRepeated(Headers headers) {
    String prefix = words.headerPrefix();
    for (String name : headers.names()) {
      if (name.startsWith(prefix)
          && LISTS.stream().noneMatch(list -> name.startsWith(list, prefix.length()))
          && headers.all(name).size() > 1) {
        throw new Failure.InvalidArgument(
                name, headers.all(name).get(1), "This header may be given once only.")
            .exception();
      }
    }
  }

  private void checkVersion(RequestHead head, String version) {
    if (!VERSIONED.contains(head.operation())) {
      throw new Failure.InvalidArgument(
              VersionIds.PARAMETER, version, "This operation does not accept a version-id.")
          .exception();
    }
    versions.check(head.address().key().orElseThrow(), version);
  }
}
