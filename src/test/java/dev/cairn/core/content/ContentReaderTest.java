package dev.cairn.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.body.ArraySlab;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Content;
import dev.cairn.core.body.Content.Region.InMemory;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.Slab;
import dev.cairn.model.BlobId;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Segment;
import dev.cairn.model.StoredContent;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SIZE = 1_000_300;

  private final InMemoryBlobStore blobs = new InMemoryBlobStore();
  private final ReadLeases leases =
      new ReadLeases(new InMemoryBlobCatalog(), Duration.ofMinutes(10));
  private final DirectSlabPool pool = new DirectSlabPool(4 << 20, 128 << 10);
  private final ContentReader reader = new ContentReader(blobs, leases, pool);
  private final byte[] bytes = new byte[SIZE];
  private final List<Segment> segments = new ArrayList<>();

  /** An object of three pieces: 300 bytes inline, then blobs of 400,000 and 600,000 bytes. */
  @BeforeEach
  void store() {
    new Random(1).nextBytes(bytes);
    segments.add(new Segment(0, new StoredContent.Inline(Arrays.copyOf(bytes, 300))));
    segments.add(new Segment(300, blob(300, 400_300)));
    segments.add(new Segment(400_300, blob(400_300, SIZE)));
  }

  private StoredContent blob(int from, int to) {
    BlobId id = new BlobId(UUID.randomUUID());
    blobs
        .create(id)
        .chain(writer -> writer.append(new ArraySlab(bytes, from, to - from)).chain(writer::commit))
        .await()
        .atMost(PATIENCE);
    return new StoredContent.Blob(id, to - from);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1000299",
    "0, 0",
    "299, 300",
    "300, 400299",
    "400299, 400300",
    "100, 1000298",
    "1000299, 1000299",
    "10, 20",
    "0, -1"
  })
  void findsTheBytesOfARange(long first, long last) {
    // Given
    ByteRange range = new ByteRange(first, last);
    byte[] expected = Arrays.copyOfRange(bytes, (int) first, (int) last + 1);

    // When
    Content content = reader.open(segments, range);
    Body body = reader.read(segments, range);

    // Then
    assertThat(content.length()).isEqualTo(range.length());
    assertThat(bytesOf(content)).isEqualTo(expected);
    assertThat(body.declaredLength()).hasValue(range.length());
    assertThat(bytesOf(body)).isEqualTo(expected);
    content.close();
    assertThat(pool.lent()).isZero();
    assertThat(leases.reading()).isZero();
  }

  @Test
  void readsFromTheSegmentsThatHoldTheRange() {
    List<Segment> last = segments.subList(2, 3);
    Content content = reader.open(last, new ByteRange(500_000, 500_009));
    assertThat(bytesOf(content)).isEqualTo(Arrays.copyOfRange(bytes, 500_000, 500_010));
  }

  @Test
  void refusesSegmentsThatDoNotCoverTheRange() {
    ByteRange all = ByteRange.all(SIZE);
    List<Segment> end = segments.subList(1, 3);
    List<Segment> begin = segments.subList(0, 2);
    List<Segment> gap = List.of(segments.get(0), segments.get(2));

    assertThatIllegalStateException().isThrownBy(() -> reader.open(end, all));
    assertThatIllegalStateException().isThrownBy(() -> reader.open(begin, all));
    assertThatIllegalStateException().isThrownBy(() -> reader.open(gap, all));
  }

  @Test
  void opensAnEmptyObject() {
    Content content = reader.open(List.of(), ByteRange.all(0));
    assertThat(content.regions()).isEmpty();
    assertThat(bytesOf(reader.read(List.of(), ByteRange.all(0)))).isEmpty();
  }

  @Test
  void givesUpWhatAnAbandonedBodyHeld() {
    // Given
    Body body = reader.read(segments, ByteRange.all(SIZE));
    body.next().await().atMost(PATIENCE).release();
    Slab held = body.next().await().atMost(PATIENCE);

    // When
    body.abandon();

    // Then
    assertThat(leases.reading()).isZero();
    held.release();
    assertThat(pool.lent()).isZero();
  }

  @Test
  void failsWhenABlobIsGone() {
    // Given
    Body body = reader.read(segments.subList(1, 2), new ByteRange(300, 400_299));
    blobs.ids().forEach(id -> blobs.delete(id).await().atMost(PATIENCE));

    // When / Then
    assertThatThrownBy(() -> body.next().await().atMost(PATIENCE)).isNotNull();
    assertThat(pool.lent()).isZero();
    assertThat(leases.reading()).isZero();
  }

  private static byte[] bytesOf(Content content) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    content.regions().stream()
        .map(InMemory.class::cast)
        .forEach(region -> all.write(region.bytes(), region.offset(), region.size()));
    return all.toByteArray();
  }

  private static byte[] bytesOf(Body body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Slab slab = next(body); slab != null; slab = next(body)) {
      byte[] bytes = new byte[slab.size()];
      slab.bytes().get(bytes);
      slab.release();
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static Slab next(Body body) {
    return body.next().await().atMost(PATIENCE);
  }
}
