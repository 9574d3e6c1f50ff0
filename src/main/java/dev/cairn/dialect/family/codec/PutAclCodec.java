package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.core.bucket.PutBucketAcl;
import dev.cairn.core.object.PutObjectAcl;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * PutBucketAcl and PutObjectAcl: the list is stated in headers, or in a document.
 *
 * @param <I> which of them
 */
public final class PutAclCodec<I extends Input<Void>> implements Codec<I, Void> {
  /** A hundred grants of long names are some 60 KiB. */
  private static final int MAXIMUM_BYTES = 256 * 1024;

  private final DocumentClaims claims;
  private final AclForm form;
  private final Beside beside;
  private final String header;
  private final Function<Headers, Optional<Acl>> headers;
  private final BiFunction<RequestHead, AclForm.Stated, I> input;

  /** What becomes of a document beside headers that state a list. */
  public enum Beside {
    /** The request is refused. */
    REFUSED,
    /** The headers win, and nobody reads it. */
    IGNORED
  }

  private PutAclCodec(
      Vocabulary words,
      AclForm form,
      Beside beside,
      String header,
      Function<Headers, Optional<Acl>> headers,
      BiFunction<RequestHead, AclForm.Stated, I> input) {
    this.claims = new DocumentClaims(words);
    this.form = form;
    this.beside = beside;
    this.header = header;
    this.headers = headers;
    this.input = input;
  }

  public static PutAclCodec<PutBucketAcl> ofBucket(Vocabulary words, AclForm form, Beside beside) {
    return new PutAclCodec<>(
        words,
        form,
        beside,
        words.acls().buckets().header(),
        new AclHeaders(words.acls())::ofBucket,
        (head, stated) -> new PutBucketAcl(stated.acl(), stated.owner()));
  }

  public static PutAclCodec<PutObjectAcl> ofObject(Vocabulary words, AclForm form, Beside beside) {
    return new PutAclCodec<>(
        words,
        form,
        beside,
        words.acls().objects().header(),
        new AclHeaders(words.acls())::ofObject,
        (head, stated) -> new PutObjectAcl(ObjectKeys.of(head), stated.acl(), stated.owner()));
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    Optional<Acl> stated = headers.apply(head.headers());
    if (stated.isEmpty() && !head.raw().hasBody()) {
      throw new Failure.MissingHeader(header).exception();
    }
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.of(head.headers()),
            document -> input.apply(head, choose(stated, document, head))));
  }

  private AclForm.Stated choose(Optional<Acl> stated, byte[] document, RequestHead head) {
    if (stated.isEmpty()) {
      return form.read(document, head);
    }
    if (document.length > 0 && beside == Beside.REFUSED) {
      throw new Failure.UnexpectedBody(header).exception();
    }
    return new AclForm.Stated(stated.get(), Optional.empty());
  }

  @Override
  public Answer encode(Void result, Exchange<I> exchange) {
    return Answer.empty(200, Headers.NONE);
  }
}
