package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.UsesStore;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Headers, limits and errors of S2's own. */
interface OwnBehaviour extends UsesS2 {
  private static void assertRefused(ThrowingCallable call, int status, String code) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
    assertThat(failure.requestId()).matches(REQUEST_ID);
    assertThat(failure.extendedRequestId()).isNull();
  }

  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return "%08x".formatted(crc.getValue());
  }

  private HeadObjectResponse head(String bucket, String key) {
    return s2().headObject(b -> b.bucket(bucket).key(key));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                  403, AccessDenied",
    "GET,    /no-such-bucket-s2, 404, NoSuchBucket",
    "GET,    /%zz,               400, InvalidURI",
    "GET,    /bucket/a%00b,      400, InvalidArgument",
    "BREW,   /bucket/a,          405, MethodNotAllowed",
    "DELETE, /bucket?nothing,    501, NotImplemented"
  })
  default void refusesAnybodyInItsForm(String method, String target, int status, String code) {
    WireAnswer answer = send(atS2(method, target));

    UsesS2.assertRefused(answer, status, code);
    assertThat(answer.header("x-amz-s2-requester")).contains("GRPS000000ANONYMOUSE");
  }

  @Test
  default void namesTheOperationThatIsNotForAnybody() {
    WireAnswer answer = send(atS2("GET", "/"));

    assertThat(answer.error())
        .containsEntry("Message", "anonymous is not allowed for operation: REST.GET.SERVICE");
  }

  @Test
  default void namesTheRequesterOfARefusalOnceItIsKnown() {
    WireAnswer known = send(v4().sign(atS2("GET", "/no-such-bucket-s2")));
    WireAnswer unproven =
        send(new SignerV4(cairn().accessKeyId(), "not the secret").sign(atS2("GET", "/")));

    UsesS2.assertRefused(known, 404, "NoSuchBucket");
    assertThat(known.header("x-amz-s2-requester")).contains(userName());
    Map<String, String> error = UsesS2.assertRefused(unproven, 403, "SignatureDoesNotMatch");
    assertThat(error.get("Message")).contains("string to sign:").contains("canonical_request:");
    assertThat(unproven.header("x-amz-s2-requester")).contains("GRPS000000ANONYMOUSE");
  }

  @Test
  default void tellsTheCodeOfAHeadInAHeader() {
    WireAnswer answer = send(v4().sign(atS2("HEAD", "/no-such-bucket-s2/k")));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("x-error-code")).contains("NoSuchBucket");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  default void showsSizeAndCrcOfWhatWasPut() {
    String bucket = freshBucket();
    byte[] bytes = UsesStore.bytes(100_000, 1);
    s2().putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(bytes));

    HeadObjectResponse head = head(bucket, "k");

    assertThat(head.metadata())
        .containsOnly(Map.entry("s2-size", "100000"), Map.entry("s2-crc32", crc32(bytes)));
    assertThat(head.cacheControl()).isEqualTo("max-age=31536000");
  }

  @Test
  default void showsSizeAndCrcOfWhatWasAssembledAndCopied() {
    String bucket = freshBucket();
    byte[] first = UsesStore.bytes(100_000, 1);
    byte[] second = UsesStore.bytes(3, 2);
    String id = s2().createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
    s2().putObject(b -> b.bucket(bucket).key("source"), RequestBody.fromBytes(second));
    String one =
        s2().uploadPart(
                b -> b.bucket(bucket).key("k").uploadId(id).partNumber(1),
                RequestBody.fromBytes(first))
            .eTag();
    String two =
        s2().uploadPartCopy(
                b ->
                    b.sourceBucket(bucket)
                        .sourceKey("source")
                        .destinationBucket(bucket)
                        .destinationKey("k")
                        .uploadId(id)
                        .partNumber(2))
            .copyPartResult()
            .eTag();
    s2().completeMultipartUpload(
            b ->
                b.bucket(bucket)
                    .key("k")
                    .uploadId(id)
                    .multipartUpload(m -> m.parts(List.of(completed(1, one), completed(2, two)))));
    s2().copyObject(
            b ->
                b.sourceBucket(bucket)
                    .sourceKey("k")
                    .destinationBucket(bucket)
                    .destinationKey("copy"));

    HeadObjectResponse assembled = head(bucket, "k");
    HeadObjectResponse copied = head(bucket, "copy");

    byte[] whole = java.util.Arrays.copyOf(first, 100_003);
    System.arraycopy(second, 0, whole, 100_000, 3);
    assertThat(assembled.metadata())
        .containsOnly(Map.entry("s2-size", "100003"), Map.entry("s2-crc32", crc32(whole)));
    assertThat(copied.metadata()).isEqualTo(assembled.metadata());
  }

  private static CompletedPart completed(int number, String eTag) {
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  @Test
  default void dropsMetadataThatOnlyTheServiceWrites() {
    String bucket = freshBucket();
    s2().putObject(
            b ->
                b.bucket(bucket)
                    .key("k")
                    .cacheControl("no-cache")
                    .metadata(Map.of("s2-size", "1", "s2-mine", "x", "a", "b")),
            RequestBody.fromBytes(new byte[7]));

    HeadObjectResponse head = head(bucket, "k");

    assertThat(head.metadata())
        .containsEntry("s2-size", "7")
        .containsEntry("a", "b")
        .doesNotContainKey("s2-mine");
    assertThat(head.cacheControl()).isEqualTo("no-cache");
  }

  @Test
  default void keepsItsLimits() {
    String bucket = freshBucket();

    assertRefused(
        () ->
            s2().putObject(
                    b -> b.bucket(bucket).key("k".repeat(513)), RequestBody.fromBytes(new byte[1])),
        400,
        "KeyTooLong");
    assertRefused(
        () ->
            s2().putObject(
                    b -> b.bucket(bucket).key("k").storageClass(StorageClass.STANDARD_IA),
                    RequestBody.fromBytes(new byte[1])),
        400,
        "InvalidStorageClass");
    assertRefused(() -> s2().createBucket(b -> b.bucket("short")), 400, "InvalidBucketName");
    assertRefused(() -> s2().createBucket(b -> b.bucket("1bucket")), 400, "InvalidBucketName");
    assertRefused(() -> s2().createBucket(b -> b.bucket(bucket)), 409, "BucketAlreadyOwnedByYou");
  }

  @Test
  default void takesMetadataThatS3WouldNot() {
    String bucket = freshBucket();
    Map<String, String> metadata = Map.of("long", "v".repeat(60_000));

    s2().putObject(
            b -> b.bucket(bucket).key("k").metadata(metadata), RequestBody.fromBytes(new byte[1]));

    assertThat(head(bucket, "k").metadata()).containsAllEntriesOf(metadata);
  }

  @Test
  default void makesBucketsThatAreNamedLikeDomains() {
    String bucket = "d" + System.nanoTime() + ".foo.com.cn";
    s2().createBucket(b -> b.bucket(bucket));
    s2().putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("x"));

    WireRequest request =
        WireRequest.of("GET", "/" + bucket + "/k").with("Host", "s2.localhost:" + cairn().port());
    WireAnswer answer = send(v4().sign(request));

    assertThat(answer.text()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%s?meta", "GET /%s?list-type=2&formatter=json"})
  default void saysWhatIsNotBuilt(String request) {
    String bucket = freshBucket();
    String[] words = request.formatted(bucket).split(" ", 2);

    WireAnswer answer = send(v4().sign(atS2(words[0], words[1])));

    UsesS2.assertRefused(answer, 501, "NotImplemented");
  }

  @Test
  default void urlsEndAsExpiredTokens() {
    Instant earlier = Instant.now().minusSeconds(100);

    WireAnswer v4 = send(v4().at(earlier).presign(atS2("GET", "/bucket-x/k"), 99));
    WireAnswer v2 = send(v2().at(earlier).presign(atS2("GET", "/bucket-x/k"), 99));

    UsesS2.assertRefused(v4, 400, "ExpiredToken");
    UsesS2.assertRefused(v2, 400, "ExpiredToken");
  }

  @Test
  default void readsThroughUrlsOfTheSdk() throws Exception {
    String bucket = freshBucket();
    s2().putObject(b -> b.bucket(bucket).key("a b"), RequestBody.fromString("shared"));
    String path;
    try (S3Presigner presigner = S2Clients.presigner(cairn())) {
      path =
          presigner
              .presignGetObject(
                  p ->
                      p.signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(g -> g.bucket(bucket).key("a b")))
              .url()
              .toString();
    }

    URI url = URI.create(path);
    WireAnswer answer =
        send(
            WireRequest.of("GET", url.getRawPath() + "?" + url.getRawQuery())
                .with("Host", url.getAuthority()));

    assertThat(answer.text()).isEqualTo("shared");
  }

  @Test
  default void listsPartsAsItsPageHasThem() {
    String bucket = freshBucket();
    String id = s2().createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
    s2().uploadPart(
            b -> b.bucket(bucket).key("k").uploadId(id).partNumber(1),
            RequestBody.fromString("0123456789"));

    WireAnswer answer = send(v4().sign(atS2("GET", "/" + bucket + "/k?uploadId=" + id)));

    String user = userName();
    assertThat(answer.text().replaceAll("<LastModified>[^<]*", "<LastModified>"))
        .contains(
            "<Bucket>%s</Bucket><Key>k</Key><UploadId>%s</UploadId>".formatted(bucket, id)
                + "<Initiator><ID>%s</ID><DisplayName></DisplayName></Initiator>".formatted(user)
                + "<Owner><ID>%s</ID><DisplayName>".formatted(user))
        .endsWith(
            "<StorageClass>STANDARD</StorageClass><PartNumberMarker>0</PartNumberMarker>"
                + "<NextPartNumberMarker>1</NextPartNumberMarker><MaxParts>2048</MaxParts>"
                + "<IsTruncated>false</IsTruncated><Part><PartNumber>1</PartNumber>"
                + "<LastModified></LastModified>"
                + "<ETag>&quot;781e5e245d69b566979b86e28d23f2c7&quot;</ETag><Size>10</Size>"
                + "</Part></ListPartsResult>");
  }
}
