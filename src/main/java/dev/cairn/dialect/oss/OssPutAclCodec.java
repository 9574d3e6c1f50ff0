package dev.cairn.dialect.oss;

import dev.cairn.core.Input;
import dev.cairn.core.bucket.PutBucketAcl;
import dev.cairn.core.object.PutObjectAcl;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclHeaders;
import dev.cairn.dialect.family.codec.ObjectKeys;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Optional;
import java.util.function.Function;

/**
 * PutBucketAcl and PutObjectAcl: a word in a header, and no document.
 *
 * @param <I> which of them
 */
final class OssPutAclCodec<I extends Input<Void>> implements Codec<I, Void> {
  private final Function<RequestHead, I> input;

  private OssPutAclCodec(Function<RequestHead, I> input) {
    this.input = input;
  }

  static OssPutAclCodec<PutBucketAcl> ofBucket(Vocabulary words) {
    AclHeaders acls = new AclHeaders(words.acls());
    return new OssPutAclCodec<>(
        head ->
            new PutBucketAcl(
                required(acls.ofBucket(head.headers()), words.acls().buckets().header()),
                Optional.empty()));
  }

  static OssPutAclCodec<PutObjectAcl> ofObject(Vocabulary words) {
    AclHeaders acls = new AclHeaders(words.acls());
    return new OssPutAclCodec<>(
        head ->
            new PutObjectAcl(
                ObjectKeys.of(head),
                required(acls.ofObject(head.headers()), words.acls().objects().header()),
                Optional.empty()));
  }

  private static Acl required(Optional<Acl> stated, String header) {
    return stated.orElseThrow(() -> new Failure.MissingHeader(header).exception());
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    return Decoded.of(input.apply(head));
  }

  @Override
  public Answer encode(Void result, Exchange<I> exchange) {
    return Answer.empty(200, Headers.NONE);
  }
}
