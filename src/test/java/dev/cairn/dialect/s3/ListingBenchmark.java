package dev.cairn.dialect.s3;

import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.Listing;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Pages of a listing, a thousand objects each, written as XML in a second. */
@State(Scope.Benchmark)
public class ListingBenchmark {
  private final S3Wire s3 = new S3Wire();
  private final ListObjectsResult page =
      new ListObjectsResult(
          new Listing<>(
              IntStream.range(0, 1000).mapToObj(ListingBenchmark::object).toList(),
              List.of(),
              true,
              "some/folder/object-999"));

  private static StoredObject object(int number) {
    return new StoredObject(
        new ObjectId(new UUID(1, number)),
        new ObjectKey("some/folder/object-" + number),
        4096,
        new ETag("5d41402abc4b2a76b9719d911017c592"),
        S3Wire.NOON.plusMillis(number),
        ObjectMetadata.NONE,
        List.of(),
        0);
  }

  @Benchmark
  public Answer write() {
    return s3.answer(page, "GET /bucket?list-type=2");
  }
}
