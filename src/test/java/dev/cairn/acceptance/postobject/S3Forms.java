package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.exactly;
import static dev.cairn.acceptance.postobject.UsesForms.now;
import static dev.cairn.acceptance.postobject.UsesForms.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PostObject of S3. */
interface S3Forms extends UsesForms {
  String HOST = "127.0.0.1";

  private WireForm form(String bucket, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("bucket", bucket);
    return WireForm.of(CONTENT).with(fields).with(signedV2("AWSAccessKeyId", policy(exactly(all))));
  }

  @Test
  default void aFormSignedWithV2IsStored() {
    // Given
    String bucket = freshBucket();
    WireForm form =
        form(
            bucket,
            Map.of(
                "key", "dir/a b",
                "Content-Type", "text/plain",
                "Cache-Control", "no-store",
                "x-amz-meta-color", "blue"));

    // When
    WireAnswer answer = postsWell(form, HOST, bucket);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Location"))
        .contains("http://127.0.0.1:" + cairn().port() + "/" + bucket + "/dir/a%20b");
    WireAnswer read = read(bucket, "dir/a%20b");
    assertThat(read.text()).isEqualTo(CONTENT);
    assertThat(read.headers())
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("x-amz-meta-color", "blue")
        .containsEntry("ETag", answer.header("ETag").orElseThrow());
  }

  @Test
  default void aFormSignedWithV4IsStored() {
    // Given
    String bucket = freshBucket();
    String date = now();
    String scope = date.substring(0, 8) + "/eu-west-3/s3/aws4_request";
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "v4/${filename}");
    fields.put("success_action_status", "201");
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", cairn().accessKeyId() + "/" + scope);
    fields.put("x-amz-date", date);
    String policy =
        policy(
            exactly("bucket", bucket),
            "[\"starts-with\", \"$key\", \"v4/cat\"]",
            exactly("success_action_status", "201"),
            exactly("x-amz-algorithm", "AWS4-HMAC-SHA256"),
            "[\"eq\", \"$X-Amz-Credential\", \"" + cairn().accessKeyId() + "/" + scope + "\"]",
            exactly("x-amz-date", date),
            "[\"content-length-range\", 1, 1000]");

    // When
    WireAnswer answer =
        postsWell(
            WireForm.of(CONTENT)
                .named("C:\\pictures\\cat.png")
                .with(fields)
                .with("Policy", policy)
                .with("X-Amz-Signature", sha256("AWS4", scope, policy)),
            HOST,
            bucket);

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Content-Type")).contains("application/xml");
    assertThat(answer.text())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>http://127.0.0.1:"
                + cairn().port()
                + "/"
                + bucket
                + "/v4/cat.png</Location><Bucket>"
                + bucket
                + "</Bucket><Key>v4/cat.png</Key><ETag>"
                + answer.header("ETag").orElseThrow().replace("\"", "&quot;")
                + "</ETag></PostResponse>");
    assertThat(read(bucket, "v4/cat.png").text()).isEqualTo(CONTENT);
  }

  @Test
  default void namesOfFieldsAndOperatorsHaveNoCase() {
    // Given
    String bucket = freshBucket();
    String policy =
        policy(
            exactly("bUcKeT", bucket),
            "[\"StArTs-WiTh\", \"$KeY\", \"foo\"]",
            "[\"starts-with\", \"$CoNtEnT-tYpE\", \"text/\"]");

    // When
    WireAnswer answer =
        postsWell(
            WireForm.of(CONTENT)
                .with("kEy", "foo.txt")
                .with("aWSAccessKeyId", cairn().accessKeyId())
                .with("sIGNATURE", sha1(policy))
                .with("pOLICy", policy)
                .with("Content-Type", "text/a,text/b")
                .with("x-ignore-foo", "bar"),
            HOST,
            bucket);

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(read(bucket, "foo.txt").header("Content-Type")).contains("text/a,text/b");
  }

  @Test
  default void aFormGoesOnToAnotherPage() {
    // Given
    String bucket = freshBucket();
    Map<String, String> fields =
        Map.of("key", "a&b", "success_action_redirect", "https://example.com/done?from=form");

    // When
    WireAnswer answer = postsWell(form(bucket, fields), HOST, bucket);

    // Then
    String eTag = answer.header("ETag").orElseThrow().replace("\"", "%22");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .contains(
            "https://example.com/done?from=form&bucket=" + bucket + "&key=a%26b&etag=" + eTag);
  }

  @Test
  default void aPageThatIsNoneAndAStatusThatIsNoneAreAnsweredWith204() {
    String bucket = freshBucket();

    assertThat(
            posted(
                    form(bucket, Map.of("key", "k", "redirect", "javascript:alert(1)")),
                    HOST,
                    bucket)
                .status())
        .isEqualTo(204);
    assertThat(
            posted(form(bucket, Map.of("key", "k", "success_action_status", "404")), HOST, bucket)
                .status())
        .isEqualTo(204);
    assertThat(
            posted(form(bucket, Map.of("key", "k", "success_action_status", "200")), HOST, bucket)
                .status())
        .isEqualTo(200);
  }

  @Test
  default void aLargeFileStreams() throws NoSuchAlgorithmException {
    // Given
    String bucket = freshBucket();
    byte[] content = new byte[9_000_001];
    new Random(11).nextBytes(content);

    // When
    WireAnswer answer = postsWell(form(bucket, Map.of("key", "big")).file(content), HOST, bucket);

    // Then
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    assertThat(answer.header("ETag")).contains('"' + md5 + '"');
    assertThat(read(bucket, "big").body()).isEqualTo(content);
  }

  @Test
  default void whatTheFormSaysOfTheBytesMustHold() {
    // Given
    String bucket = freshBucket();
    String right = "u0hZBX3YqkpEVzXcZu4jyQ==";

    // When / Then
    refusesForm(
        form(bucket, Map.of("key", "k", "Content-MD5", right)).to(authority(), "/" + bucket),
        400,
        "BadDigest");
    refusesForm(
        form(bucket, Map.of("key", "k", "x-amz-checksum-crc32", "AAAAAA=="))
            .to(authority(), "/" + bucket),
        400,
        "BadDigest");
  }

  @Test
  default void fieldsBehindTheFileAreIgnored() {
    // Given
    String bucket = freshBucket();
    WireForm form = form(bucket, Map.of("key", "k"));
    String later =
        "--%s\r\nContent-Disposition: form-data; name=\"submit\"\r\n\r\nUpload\r\n--%s--\r\n"
            .formatted(WireForm.BOUNDARY, WireForm.BOUNDARY);

    // When
    WireAnswer answer =
        send(form.to(authority(), "/" + bucket).body(new String(form.and(later), UTF_8)));

    // Then
    assertThat(answer.status()).isEqualTo(204);
    assertThat(read(bucket, "k").text()).isEqualTo(CONTENT);
  }
}
