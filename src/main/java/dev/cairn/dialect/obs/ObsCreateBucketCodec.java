package dev.cairn.dialect.obs;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.CreateBucketCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Failure;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import java.util.Optional;
import java.util.Set;

/** CreateBucket: an owner may make a bucket again, in the region where it is. */
final class ObsCreateBucketCodec implements Codec<CreateBucket, CreateBucketResult> {
  private final CreateBucketCodec codec;
  private final Regions regions;
  private final Vocabulary words;
  private final String header;

  ObsCreateBucketCodec(ObsForm form, Regions regions) {
    Vocabulary words = ObsVocabulary.of(form);
    this.words = words;
    this.header = form == ObsForm.S3 ? "x-default-storage-class" : words.header("storage-class");
    this.regions = regions;
    // Each form has its element, and the vendor's tools mix them up.
    this.codec =
        new CreateBucketCodec(
            words,
            regions,
            ObsBucketNames::allow,
            bucket -> true,
            Set.of("LocationConstraint", "Location"));
  }

  @Override
  public Decoded<CreateBucket> decode(RequestHead head) {
    Optional<StorageClass> storageClass = head.headers().first(header).map(this::storageClass);
    return codec.decode(head).map(input -> input.with(storageClass));
  }

  private StorageClass storageClass(String word) {
    return words
        .storageClasses()
        .parse(word)
        .orElseThrow(() -> new Failure.InvalidStorageClass(word).exception());
  }

  @Override
  public Answer encode(CreateBucketResult result, Exchange<CreateBucket> exchange) {
    String asked = exchange.input().settings().region();
    if (!result.created() && !asked.isEmpty() && !asked.equals(regions.of(result.bucket()))) {
      throw new Failure.BucketAlreadyOwnedByYou(result.bucket().name()).exception();
    }
    return codec.encode(result, exchange);
  }
}
