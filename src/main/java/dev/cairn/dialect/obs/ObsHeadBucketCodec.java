package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.HeadBucket;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Bucket;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;

/** HeadBucket: where a bucket is, what its objects are by default, and the version of the API. */
final class ObsHeadBucketCodec implements Codec<HeadBucket, Bucket> {
  private final ObsForm form;
  private final Regions regions;

  ObsHeadBucketCodec(ObsForm form, Regions regions) {
    this.form = form;
    this.regions = regions;
  }

  @Override
  public Decoded<HeadBucket> decode(RequestHead head) {
    return Decoded.of(new HeadBucket());
  }

  @Override
  public Answer encode(Bucket result, Exchange<HeadBucket> exchange) {
    String storageClass =
        ObsVocabulary.of(form).storageClasses().nearest(result.defaultStorageClass());
    Headers.Builder headers = Headers.builder().add("x-obs-version", "3.0");
    switch (form) {
      case S3 ->
          headers
              .add("x-amz-bucket-region", regions.of(result))
              .add("x-default-storage-class", storageClass);
      case NATIVE ->
          headers
              .add("x-obs-bucket-location", regions.of(result))
              .add("x-obs-storage-class", storageClass);
    }
    return Answer.empty(200, headers.build());
  }
}
