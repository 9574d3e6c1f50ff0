package dev.cairn.acceptance.onestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.ListedObject;
import dev.cairn.acceptance.StoreClient.ListedPart;
import dev.cairn.acceptance.StoreClient.ListedUpload;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.StoreException;
import dev.cairn.acceptance.UsesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whichever vendor's SDK writes, every vendor's SDK reads the same: five ways times five ways. */
abstract class OneStore extends Vendors {
  private static final Attributes WORDS =
      new Attributes(
          Optional.of("text/x-one"),
          Optional.of("no-cache"),
          Optional.of("attachment; filename=\"one.txt\""),
          Optional.of("identity"),
          Map.of("colour", "blue", "long-name", "two words"));

  private static final String KEY = "a b+c/ü%20";

  @EveryPair
  void readsWhatWasPut(Vendor writer, Vendor reader) {
    // Given
    String bucket = bucketOf(writer);
    byte[] body = UsesStore.bytes(70_000, 1);

    // When
    String eTag = at(writer).put(bucket, KEY, body, Attributes.NONE);

    // Then
    var fetched = at(reader).get(bucket, KEY);
    assertThat(fetched.body()).isEqualTo(body);
    assertThat(fetched.description().eTag()).isEqualTo(asReadBy(reader, eTag));
    assertThat(eTag).isEqualTo(asReadBy(writer, ETags.of(body)));
    assertThat(at(reader).getRange(bucket, KEY, 10, 19).body()).isEqualTo(cut(body, 10, 20));
    assertThat(at(reader).bucketExists(bucket)).isTrue();
    assertThat(at(reader).listBuckets()).contains(bucket);
  }

  @EveryPair
  void readsWhatWasSaidOfIt(Vendor writer, Vendor reader) {
    // Given
    String bucket = bucketOf(writer);

    // When
    at(writer).put(bucket, KEY, new byte[3], WORDS);

    // Then
    var described = at(reader).head(bucket, KEY);
    assertThat(described.length()).isEqualTo(3);
    assertThat(described.attributes()).isEqualTo(WORDS);
    assertThat(at(reader).get(bucket, KEY).description()).isEqualTo(described);
  }

  @EveryPair
  void readsWhatWasSentInParts(Vendor writer, Vendor reader) {
    // Given
    String bucket = bucketOf(writer);
    byte[] first = UsesStore.bytes(writer.smallestPart, 1);
    byte[] second = UsesStore.bytes(1000, 2);
    String upload = at(writer).initiate(bucket, KEY, WORDS);
    List<SentPart> parts = new ArrayList<>();
    parts.add(at(writer).uploadPart(bucket, KEY, upload, 1, first));
    parts.add(at(writer).uploadPart(bucket, KEY, upload, 2, second));
    assertThat(at(reader).listUploads(bucket, "a b+"))
        .containsExactly(new ListedUpload(KEY, upload));
    assertThat(at(reader).listParts(bucket, KEY, upload))
        .containsExactly(
            new ListedPart(1, first.length, asReadBy(reader, ETags.of(first))),
            new ListedPart(2, second.length, asReadBy(reader, ETags.of(second))));

    // When
    String eTag = at(writer).complete(bucket, KEY, upload, parts);

    // Then
    var fetched = at(reader).get(bucket, KEY);
    assertThat(fetched.body()).isEqualTo(joined(List.of(first, second)));
    assertThat(fetched.description().eTag()).isEqualTo(asReadBy(reader, eTag));
    assertThat(fetched.description().attributes()).isEqualTo(WORDS);
    assertThat(at(reader).listUploads(bucket, "")).isEmpty();
  }

  @EveryPair
  void copiesWhatWasPut(Vendor writer, Vendor copier) {
    // Given
    String from = bucketOf(writer);
    String to = bucketOf(copier);
    byte[] body = UsesStore.bytes(20_000, 3);
    String eTag = at(writer).put(from, KEY, body, WORDS);

    // When
    String copied = at(copier).copy(from, KEY, to, "copy");

    // Then
    assertThat(copied).isEqualTo(asReadBy(copier, eTag));
    assertThat(at(writer).get(to, "copy").body()).isEqualTo(body);
    assertThat(at(writer).head(to, "copy").attributes()).isEqualTo(WORDS);
  }

  @EveryPair
  void copiesPartsOfWhatWasPut(Vendor writer, Vendor copier) {
    // Given
    String bucket = bucketOf(writer);
    byte[] body = UsesStore.bytes(20_000, 4);
    at(writer).put(bucket, KEY, body, Attributes.NONE);
    String upload = at(copier).initiate(bucket, "copy", Attributes.NONE);

    // When
    SentPart part =
        at(copier).copyPart(bucket, KEY, Optional.of("bytes=100-199"), bucket, "copy", upload, 1);
    at(copier).complete(bucket, "copy", upload, List.of(part));

    // Then
    assertThat(part.eTag()).isEqualTo(asReadBy(copier, ETags.of(cut(body, 100, 200))));
    assertThat(at(writer).get(bucket, "copy").body()).isEqualTo(cut(body, 100, 200));
  }

  @EveryPair
  void listsWhatWasPut(Vendor writer, Vendor reader) {
    // Given
    String bucket = bucketOf(writer);
    for (String key : List.of("a", "b +ü%&", "c/1", "c/2", "d")) {
      at(writer).put(bucket, key, key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    // When
    StoreClient.Page first = at(reader).list(bucket, "", "/", Optional.empty(), 3);
    StoreClient.Page rest = at(reader).list(bucket, "", "/", first.next(), 3);

    // Then
    assertThat(first.keys()).containsExactly("a", "b +ü%&");
    assertThat(first.commonPrefixes()).containsExactly("c/");
    assertThat(first.truncated()).isTrue();
    assertThat(first.objects())
        .first()
        .isEqualTo(new ListedObject("a", 1, asReadBy(reader, ETags.of(new byte[] {'a'}))));
    assertThat(rest.keys()).containsExactly("d");
    assertThat(rest.truncated()).isFalse();
    assertThat(at(reader).list(bucket, "c/", "", Optional.empty(), 9).keys())
        .containsExactly("c/1", "c/2");
  }

  @EveryPair
  void deletesWhatWasPut(Vendor writer, Vendor deleter) {
    // Given
    String bucket = bucketOf(writer);
    for (String key : List.of("a", KEY, "c", "kept")) {
      at(writer).put(bucket, key, new byte[1]);
    }

    // When
    at(deleter).delete(bucket, "a");
    at(deleter).deleteAll(bucket, List.of(KEY, "c"));

    // Then
    assertThat(at(writer).list(bucket, "", "", Optional.empty(), 9).keys()).containsExactly("kept");
    assertThat(codeOf(() -> at(writer).get(bucket, "a"))).isEqualTo("NoSuchKey");
    assertThat(codeOf(() -> at(deleter).get(bucket, "a"))).isEqualTo("NoSuchKey");
    assertThat(codeOf(() -> at(deleter).deleteBucket(bucket))).isEqualTo("BucketNotEmpty");
    at(deleter).delete(bucket, "kept");
    at(deleter).deleteBucket(bucket);
    assertThat(at(writer).bucketExists(bucket)).isFalse();
  }

  /** Each part by another vendor, begun by one and ended by another. */
  @EveryPair
  void assemblesWhatEverybodySent(Vendor initiator, Vendor finisher) {
    // Given
    String bucket = bucketOf(initiator);
    String upload = at(initiator).initiate(bucket, KEY, WORDS);
    List<SentPart> parts = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    for (Vendor sender : Vendor.values()) {
      byte[] body = UsesStore.bytes(finisher.smallestPart, bodies.size());
      bodies.add(body);
      SentPart sent = at(sender).uploadPart(bucket, KEY, upload, bodies.size(), body);
      // The checksums of one's SDK are for a completion by the same.
      parts.add(new SentPart(sent.number(), sent.eTag(), Map.of()));
    }

    // When
    String eTag = at(finisher).complete(bucket, KEY, upload, parts);

    // Then
    assertThat(eTag).isEqualTo(asReadBy(finisher, ETags.ofParts(bodies, finisher.upperCase)));
    byte[] whole = joined(bodies);
    for (Vendor reader : Vendor.values()) {
      var fetched = at(reader).get(bucket, KEY);
      assertThat(fetched.body()).isEqualTo(whole);
      assertThat(fetched.description().eTag()).isEqualTo(asReadBy(reader, eTag));
      assertThat(fetched.description().attributes()).isEqualTo(WORDS);
    }
  }

  @EveryPair
  void abortsWhatAnotherBegan(Vendor initiator, Vendor other) {
    // Given
    String bucket = bucketOf(initiator);
    String upload = at(initiator).initiate(bucket, KEY, Attributes.NONE);
    at(initiator).uploadPart(bucket, KEY, upload, 1, new byte[1]);

    // When
    at(other).abort(bucket, KEY, upload);

    // Then
    assertThat(codeOf(() -> at(initiator).listParts(bucket, KEY, upload)))
        .isEqualTo("NoSuchUpload");
    assertThat(at(initiator).listUploads(bucket, "")).isEmpty();
  }

  private static String codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    StoreException failure = catchThrowableOfType(StoreException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    return failure.code();
  }
}
