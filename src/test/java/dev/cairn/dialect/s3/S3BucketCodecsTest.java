package dev.cairn.dialect.s3;

import static dev.cairn.dialect.s3.S3Wire.ALICE;
import static dev.cairn.dialect.s3.S3Wire.BUCKET;
import static dev.cairn.dialect.s3.S3Wire.NOON;
import static dev.cairn.dialect.s3.S3Wire.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.core.bucket.ListBuckets;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.model.AccountId;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3BucketCodecsTest {
  private static final String CONFIGURATION =
      "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
          + "<LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>";
  private static final Bucket FAR =
      new Bucket(2, new BucketName("far"), ALICE, "eu-central-1", NOON);

  private final S3Wire s3 = new S3Wire();

  @Test
  void listsAllBucketsUnlessAskedForAPage() {
    Object input = s3.input("GET /");

    assertThat(input).isEqualTo(new ListBuckets("", "", 10_000));
  }

  @Test
  void continuesAListOfBucketsWithItsOwnToken() {
    ListBucketsResult first = new ListBucketsResult(ALICE, List.of(BUCKET), true);
    String document = S3Wire.document(s3.answer(first, "GET /?max-buckets=1"));
    String token = document.replaceAll("(?s).*<ContinuationToken>(.*)</ContinuationToken>.*", "$1");

    Object next = s3.input("GET /?max-buckets=1&prefix=b&continuation-token=" + token);

    assertThat(next).isEqualTo(new ListBuckets("b", "bucket", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-buckets=0",
        "max-buckets=10001",
        "max-buckets=x",
        "continuation-token=x",
        "continuation-token="
      })
  void refusesBadPagesOfBuckets(String query) {
    assertThat(s3.failure("GET /?" + query)).isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void writesBuckets() {
    ListBucketsResult result = new ListBucketsResult(ALICE, List.of(BUCKET, FAR), false);

    Answer answer = s3.answer(result, "GET /?prefix=&x-id=ListBuckets");

    assertGolden(answer, "S3BucketCodecsTest_writesBuckets");
  }

  @Test
  void showsOnlyBucketsOfTheWantedRegion() {
    ListBucketsResult result = new ListBucketsResult(ALICE, List.of(BUCKET, FAR), false);

    Answer answer = s3.answer(result, "GET /?bucket-region=eu-central-1");

    assertThat(S3Wire.document(answer)).contains("<Name>far<").doesNotContain("<Name>bucket<");
  }

  @ParameterizedTest
  @CsvSource({
    "abc",
    "a-b.c",
    "0ab",
    "a.b-c.d",
    "0123456789-0123456789-0123456789-0123456789-0123456789-01234567"
  })
  void givesGoodNames(String name) {
    Object input = s3.input("PUT /" + name);

    assertThat(input).isEqualTo(new CreateBucket(new BucketName(name), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Abc",
        "a_b",
        "-abc",
        "abc-",
        ".abc",
        "a..b",
        "192.168.5.4",
        "xn--abc",
        "abc-s3alias",
        "0123456789-0123456789-0123456789-0123456789-0123456789-012345678"
      })
  void refusesBadNames(String name) {
    assertThat(s3.failure("PUT /" + name)).isEqualTo(new Failure.InvalidBucketName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eu-west-1", "EU", "us-east-1", "home"})
  void takesAnyRegionWhereNoneIsConfigured(String region) {
    Object input = s3.inputOf(CONFIGURATION.formatted(region), "PUT /bucket");

    assertThat(input).isEqualTo(new CreateBucket(new BucketName("bucket"), region));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu west", "EU-WEST-1", "-x", "a/b"})
  void refusesWhatIsNoRegion(String region) {
    assertThat(s3.failureOf(CONFIGURATION.formatted(region), "PUT /bucket"))
        .isEqualTo(new Failure.InvalidLocationConstraint(region));
  }

  @Test
  void refusesAnotherRegionThanTheConfiguredOne() {
    S3Wire inEurope = new S3Wire(Optional.of("eu-west-1"));

    assertThat(inEurope.failureOf(CONFIGURATION.formatted("us-east-1"), "PUT /bucket"))
        .isEqualTo(new Failure.InvalidLocationConstraint("us-east-1"));
    assertThat(inEurope.inputOf(CONFIGURATION.formatted("eu-west-1"), "PUT /bucket"))
        .isEqualTo(new CreateBucket(new BucketName("bucket"), "eu-west-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "<Other/>, MalformedXml",
    "<CreateBucketConfiguration><X/></CreateBucketConfiguration>, MalformedXml",
    "<CreateBucketConfiguration>, MalformedXml",
    "<CreateBucketConfiguration><Tags/></CreateBucketConfiguration>, NotImplemented"
  })
  void refusesBadConfigurations(String document, String failure) {
    assertThat(s3.failureOf(document, "PUT /bucket").getClass().getSimpleName()).isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl: everybody, InvalidArgument",
    "x-amz-bucket-object-lock-enabled: true, NotImplemented",
    "x-amz-object-ownership: BucketOwnerEnforced, NotImplemented"
  })
  void refusesSettingsThatAreNotBuilt(String header, String failure) {
    assertThat(s3.failure("PUT /bucket", header).getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void takesHeadersThatAskForNothingMore() {
    Object input =
        s3.input(
            "PUT /bucket",
            "x-amz-acl: private",
            "x-amz-bucket-object-lock-enabled: false",
            "x-amz-object-ownership: ObjectWriter",
            "x-amz-unheard-of: 1");

    assertThat(input).isInstanceOf(CreateBucket.class);
  }

  @Test
  void answersACreatedBucketWithItsLocation() {
    Answer answer = s3.answer(new CreateBucketResult(BUCKET, true), "PUT /bucket");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("Location")).contains("/bucket");
  }

  @Test
  void makesABucketTwiceInTheFirstRegionOnly() {
    assertThat(s3.answer(new CreateBucketResult(BUCKET, false), "PUT /bucket").status())
        .isEqualTo(200);
    assertThatThrownBy(() -> s3.answer(new CreateBucketResult(FAR, false), "PUT /far"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure()).isEqualTo(new Failure.BucketAlreadyOwnedByYou(FAR.name())));
  }

  @Test
  void saysTheRegionOfABucket() {
    Answer near = s3.answer(BUCKET, "HEAD /bucket");
    Answer far = s3.answer(FAR, "HEAD /far");

    assertThat(near.headers().first("x-amz-bucket-region")).contains("us-east-1");
    assertThat(far.headers().first("x-amz-bucket-region")).contains("eu-central-1");
    assertThat(near.payload()).isEqualTo(new Answer.Payload.None());
  }

  @Test
  void saysTheLocationOfABucket() {
    assertGolden(
        s3.answer(BUCKET, "GET /bucket?location"), "S3BucketCodecsTest_locationOfTheFirstRegion");
    assertGolden(s3.answer(FAR, "GET /far?location"), "S3BucketCodecsTest_locationOfAnotherRegion");
  }

  @Test
  void deletesWithoutContent() {
    assertThat(s3.answer(null, "DELETE /bucket").status()).isEqualTo(204);
  }

  @Test
  void readsTheExpectedOwner() {
    assertThat(s3.decode("HEAD /bucket", "x-amz-expected-bucket-owner: bob-id").expectedOwner())
        .contains(new AccountId("bob-id"));
  }
}
