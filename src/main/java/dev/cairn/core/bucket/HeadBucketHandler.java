package dev.cairn.core.bucket;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.model.Bucket;
import io.smallrye.mutiny.Uni;

/** Answers the bucket that authorisation has looked up. */
public final class HeadBucketHandler implements Handler<HeadBucket, Bucket> {
  @Override
  public Class<HeadBucket> input() {
    return HeadBucket.class;
  }

  @Override
  public Uni<Bucket> handle(Call call, HeadBucket input) {
    return Uni.createFrom().item(call.inBucket());
  }
}
