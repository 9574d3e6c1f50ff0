package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.NOON;
import static dev.cairn.dialect.s3.S3Wire.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Checksum;
import dev.cairn.model.ContentHeaders;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3ListObjectsTest {
  private static final StoredObject PLAIN =
      object("a/b & <c>\u0001 +é", ObjectMetadata.NONE, List.of());
  private static final StoredObject COOL =
      object(
          "cool",
          ObjectMetadata.of(
              ContentHeaders.NONE, Map.of(), Optional.of(StorageClass.INFREQUENT_ACCESS)),
          List.of(Checksum.ofBytes(DigestAlgorithm.CRC32, new byte[] {1, 2, 3, 4})));

  private final S3Wire s3 = new S3Wire();

  @Test
  void readsTheRangeOfVersion1() {
    Object input =
        s3.input("GET /bucket?prefix=a%2Fb+c&delimiter=%2F&marker=m&max-keys=7&encoding-type=url");

    assertThat(input).isEqualTo(new ListObjects(new ListRange("a/b c", "/", "m", 7)));
  }

  @ParameterizedTest
  @CsvSource({"'', 1000", "max-keys=0, 0", "max-keys=1000, 1000", "max-keys=2147483647, 1000"})
  void limitsPages(String query, int limit) {
    assertThat(s3.input("GET /bucket?" + query))
        .isEqualTo(new ListObjects(new ListRange("", "", "", limit)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-keys=-1",
        "max-keys=+1",
        "max-keys=blah",
        "max-keys=",
        "max-keys=2147483648",
        "encoding-type=base64",
        "list-type=3",
        "list-type=",
        "prefix=%00",
        "list-type=2&continuation-token=",
        "list-type=2&continuation-token=!",
        "list-type=2&continuation-token=AA",
        "list-type=2&continuation-token=Af8",
        "list-type=2&max-keys=x"
      })
  void refusesBadParameters(String query) {
    assertThat(s3.failure("GET /bucket?" + query)).isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void beginsVersion2AfterAKey() {
    Object input = s3.input("GET /bucket?list-type=2&start-after=x");

    assertThat(input).isEqualTo(new ListObjects(new ListRange("", "", "x", 1000)));
  }

  @Test
  void prefersTheTokenToStartAfter() {
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(PLAIN), List.of(), true, "ключ/\uD83D\uDE00"));
    String document = S3Wire.document(s3.answer(page, "GET /bucket?list-type=2"));
    String token =
        document.replaceAll("(?s).*<NextContinuationToken>(.*)</NextContinuationToken>.*", "$1");

    Object next = s3.input("GET /bucket?list-type=2&start-after=x&continuation-token=" + token);

    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(next).isEqualTo(new ListObjects(new ListRange("", "", "ключ/\uD83D\uDE00", 1000)));
  }

  @Test
  void writesVersion1() {
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(PLAIN, COOL), List.of(), false, "cool"));

    assertGolden(s3.answer(page, "GET /bucket"), "S3ListObjectsTest_writesVersion1");
  }

  @Test
  void writesCommonPrefixesAndTheNextMarkerOfADelimitedList() {
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(COOL), List.of("d é/"), true, "d é/"));

    assertGolden(
        s3.answer(page, "GET /bucket?delimiter=/&prefix=&marker=b+b&max-keys=2&encoding-type=url"),
        "S3ListObjectsTest_writesADelimitedPage");
  }

  @Test
  void hasNoNextMarkerWithoutDelimiter() {
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(COOL), List.of(), true, "cool"));

    assertThat(S3Wire.document(s3.answer(page, "GET /bucket")))
        .contains("<IsTruncated>true<")
        .doesNotContain("NextMarker");
  }

  @Test
  void writesVersion2() {
    ListObjectsResult page =
        new ListObjectsResult(new Listing<>(List.of(COOL), List.of("d/"), true, "d/"));

    assertGolden(
        s3.answer(
            page,
            "GET /bucket?list-type=2&delimiter=%2F&start-after=a&max-keys=2&fetch-owner=true"),
        "S3ListObjectsTest_writesVersion2");
  }

  @Test
  void writesAnEmptyPage() {
    ListObjectsResult page = new ListObjectsResult(new Listing<>(List.of(), List.of(), false, ""));

    assertGolden(
        s3.answer(page, "GET /bucket?list-type=2&prefix=none&max-keys=0"),
        "S3ListObjectsTest_writesAnEmptyPage");
  }

  private static StoredObject object(
      String key, ObjectMetadata metadata, List<Checksum> checksums) {
    return new StoredObject(
        new ObjectId(new UUID(0, 1)),
        new ObjectKey(key),
        5,
        new ETag("5d41402abc4b2a76b9719d911017c592"),
        NOON,
        metadata,
        checksums,
        0);
  }

  @Test
  void showsWhoOwnsWhatAnotherAccountWrote() {
    AccountId bob = new AccountId("bob-id");
    StoredObject theirs =
        new StoredObject(
            PLAIN.id(),
            PLAIN.key(),
            PLAIN.size(),
            PLAIN.eTag(),
            PLAIN.lastModified(),
            PLAIN.metadata().ownedBy(Optional.of(bob)),
            PLAIN.checksums(),
            PLAIN.parts());
    ListObjectsResult page =
        new ListObjectsResult(
            new Listing<>(List.of(theirs), List.of(), false, "x"),
            Map.of(bob, new Account(bob, "Bob", "")));

    assertThat(S3Wire.document(s3.answer(page, "GET /bucket")))
        .contains("<Owner><ID>bob-id</ID><DisplayName>Bob</DisplayName></Owner>");
  }
}
