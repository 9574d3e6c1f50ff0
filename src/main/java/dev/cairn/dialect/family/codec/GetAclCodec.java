package dev.cairn.dialect.family.codec;

import dev.cairn.core.Input;
import dev.cairn.core.access.AccessControl;
import dev.cairn.core.bucket.GetBucketAcl;
import dev.cairn.core.object.GetObjectAcl;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;
import java.util.function.Function;

/**
 * GetBucketAcl and GetObjectAcl.
 *
 * @param <I> which of them
 */
public final class GetAclCodec<I extends Input<AccessControl>> implements Codec<I, AccessControl> {
  private final AclForm form;
  private final Function<RequestHead, I> input;

  private GetAclCodec(AclForm form, Function<RequestHead, I> input) {
    this.form = form;
    this.input = input;
  }

  public static GetAclCodec<GetBucketAcl> ofBucket(AclForm form) {
    return new GetAclCodec<>(form, head -> new GetBucketAcl());
  }

  public static GetAclCodec<GetObjectAcl> ofObject(AclForm form) {
    return new GetAclCodec<>(form, head -> new GetObjectAcl(ObjectKeys.of(head)));
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    return Decoded.of(input.apply(head));
  }

  @Override
  public Answer encode(AccessControl shown, Exchange<I> exchange) {
    return form.write(shown, exchange.head());
  }
}
