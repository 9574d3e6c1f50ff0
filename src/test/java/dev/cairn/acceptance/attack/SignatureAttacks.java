package dev.cairn.acceptance.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.onestore.Form;
import dev.cairn.acceptance.wire.ChunkedBody;
import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pretending to be somebody. */
interface SignatureAttacks extends Attacks {
  String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
  String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

  /** CVE-2025-31489, CVE-2026-40344: the signature of such an upload was not looked at. */
  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  default void unsignedTrailerWithAMadeUpSignature(Form form) {
    // Given
    String bucket = victim();
    SignerV4 guess = new SignerV4(cairn().accessKeyId(), "a guess at the secret");
    String upload = uploadOf(bucket);
    for (String target : List.of("/new", "/k", "/k?partNumber=1&uploadId=" + upload)) {
      WireRequest put = framed(request(form, "PUT", "/" + bucket + target));

      // When / Then
      fails(guess.sign(put));
      fails(guess.sign(put).without("Authorization"));
    }
    assertUntouched(bucket);
  }

  /** CVE-2026-41145: with the key in the query and no Authorization header nobody looked at all. */
  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  default void unsignedTrailerWithTheKeyInTheQuery(Form form) {
    // Given
    String bucket = victim();
    SignerV4 guess = new SignerV4(cairn().accessKeyId(), "a guess at the secret");
    WireRequest put = framed(request(form, "PUT", "/" + bucket + "/k"));

    // When / Then
    fails(guess.presign(put, 60));
    WireRequest unsigned = guess.presign(put, 60);
    fails(unsigned.target(unsigned.target().replaceFirst("&X-Amz-Signature=.*", "")));
    fails(put.target(put.target() + "?X-Amz-Credential=" + cairn().accessKeyId()));
    assertUntouched(bucket);
  }

  private WireRequest framed(WireRequest put) {
    return put.with("x-amz-content-sha256", UNSIGNED_TRAILER)
        .with("x-amz-decoded-content-length", "5")
        .with("x-amz-trailer", "x-amz-checksum-crc32")
        .with("Content-Encoding", "aws-chunked")
        .body(
            ChunkedBody.unsigned()
                .chunk("hello".getBytes(UTF_8))
                .chunk(new byte[0])
                .trailer("x-amz-checksum-crc32", "NhCmhg==")
                .end());
  }

  private String uploadOf(String bucket) {
    return ask(request("POST", "/" + bucket + "/k?uploads").body(""))
        .document()
        .getElementsByTagName("UploadId")
        .item(0)
        .getTextContent();
  }

  /** SeaweedFS: chunks were a chain that began with whatever the head said. */
  @ParameterizedTest
  @EnumSource(names = {"S3", "S2", "OBS_S3"})
  default void signedChunksOverASeedThatNobodySigned(Form form) {
    // Given
    String bucket = victim();
    WireRequest head =
        v4().sign(
                request(form, "PUT", "/" + bucket + "/k")
                    .with("x-amz-content-sha256", SIGNED_CHUNKS)
                    .with("x-amz-decoded-content-length", "5")
                    .with("Content-Encoding", "aws-chunked"))
            .changing(
                "Authorization",
                a -> a.replaceFirst("Signature=.*", "Signature=" + "0".repeat(64)));
    byte[] body =
        ChunkedBody.signed(v4(), head).chunk("hello".getBytes(UTF_8)).chunk(new byte[0]).end();

    // When / Then
    fails(head.body(body));
    assertUntouched(bucket);
  }

  /** OpenStack Swift, CVE-2026-71191: a URL to write to became one to copy, tag or share with. */
  @TestFactory
  default Stream<DynamicTest> headersThatAreAddedToASignedUrl() {
    String bucket = victim();
    return Form.all()
        .flatMap(
            form ->
                Stream.of(
                        "copy-source: /" + bucket + "/k",
                        "acl: public-read-write",
                        "grant-full-control: id=anybody",
                        "tagging: a=b",
                        "storage-class: STANDARD",
                        "metadata-directive: COPY",
                        "website-redirect-location: /elsewhere",
                        "security-token: token",
                        "meta-colour: blue")
                    .flatMap(header -> added(form, bucket, header.split(": ", 2))));
  }

  private Stream<DynamicTest> added(Form form, String bucket, String[] header) {
    WireRequest put = request(form, "PUT", "/" + bucket + "/new").body("");
    String name = form.header(header[0]);
    DynamicTest old =
        attack(
            form + ": " + name,
            signer(form).presign(put, 60).with(name, header[1]),
            signer(form).sign(put).with(name, header[1]));
    return form.words().equals(SignerV2.Words.AWS)
        ? Stream.of(
            old,
            attack(
                form + ", V4: " + name,
                v4().presign(put, 60).with(name, header[1]),
                v4().sign(put).with(name, header[1])))
        : Stream.of(old);
  }

  /** CVE-2026-55873: signed for one service, and served by another. */
  @ParameterizedTest
  @ValueSource(strings = {"s3tables", "s3express", "sts", "iam", "S3", ""})
  default void signedForAnotherService(String service) {
    String bucket = victim();

    fails(v4().to(service).sign(request("PUT", "/" + bucket + "/k").body("x")));
    fails(v4().to(service).presign(request("GET", "/" + bucket + "/k"), 60));
    assertUntouched(bucket);
  }

  @Test
  default void signedForObjectsAndSentToTheTokenService() {
    fails(
        v4().to("s3")
            .sign(
                request("POST", "/")
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .body("Action=GetSessionToken")));
  }

  /** Some compared what is left after an algorithm that they did not know. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS4-HMAC-SHA1",
        "AWS4-HMAC-SHA512",
        "AWS4-ECDSA-P256-SHA256",
        "AWS3",
        "none",
        ""
      })
  default void anotherAlgorithm(String algorithm) {
    String bucket = victim();
    WireRequest put = request("PUT", "/" + bucket + "/k").body("x");

    fails(v4().sign(put).changing("Authorization", a -> a.replace("AWS4-HMAC-SHA256", algorithm)));
    WireRequest url = v4().presign(put, 60);
    fails(url.target(url.target().replace("AWS4-HMAC-SHA256", algorithm)));
    assertUntouched(bucket);
  }

  /** rclone, CVE-2026-88018: any key was good, with an empty secret. */
  @TestFactory
  default Stream<DynamicTest> keysAndSecretsThatNobodyGave() {
    String bucket = victim();
    List<String[]> keys =
        List.of(
            new String[] {"AKIDNOBODY", ""},
            new String[] {"", ""},
            new String[] {cairn().accessKeyId(), ""},
            new String[] {cairn().accessKeyId(), cairn().accessKeyId()},
            new String[] {"minioadmin", "minioadmin"},
            new String[] {"rustfsadmin", "rustfsadmin"},
            new String[] {"admin", "admin"},
            new String[] {"root", "root"},
            new String[] {"root", cairn().secretAccessKey()},
            new String[] {"cairn", "cairn"},
            new String[] {"test", "test"},
            new String[] {"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"},
            new String[] {"null", "null"});
    return keys.stream().map(key -> unknown(bucket, key[0], key[1]));
  }

  private DynamicTest unknown(String bucket, String key, String secret) {
    String name = "'" + key + "' with '" + secret.replace(cairn().secretAccessKey(), "…") + "'";
    SignerV4 v4 = new SignerV4(key, secret);
    WireRequest get = request("GET", "/" + bucket + "/k");
    Stream<WireRequest> ofV4 =
        Stream.of(v4.sign(get), v4.presign(get, 60), admin(key + ":" + secret));
    // The JDK makes no HMAC without a key.
    Stream<Form> forms = secret.isEmpty() ? Stream.of() : Form.all();
    Stream<WireRequest> ofV2 =
        forms.map(
            form ->
                new SignerV2(key, secret)
                    .in(form.words())
                    .sign(request(form, "GET", "/" + bucket + "/k")));
    return attack(name, Stream.concat(ofV4, ofV2).toArray(WireRequest[]::new));
  }

  private WireRequest admin(String login) {
    return request("GET", "/-/admin/v1/accounts")
        .with(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
  }

  /** CVE-2025-62506 and its kin: tokens that the client writes itself, roles of other providers. */
  @ParameterizedTest
  @CsvSource({
    "Action=AssumeRoleWithWebIdentity&WebIdentityToken=eyJhbGciOiJub25lIn0.e30.&RoleArn=arn:aws:iam::0:role/x&RoleSessionName=me",
    "Action=AssumeRoleWithSAML&SAMLAssertion=PHg+&RoleArn=arn:aws:iam::0:role/x&PrincipalArn=arn:aws:iam::0:saml/x",
    "Action=AssumeRoleWithLDAPIdentity&LDAPUsername=root&LDAPPassword=x",
    "Action=AssumeRoleWithClientGrants&Token=eyJhbGciOiJub25lIn0.e30.",
    "Action=AssumeRoleWithCertificate",
    "Action=AssumeRoot&TargetPrincipal=root",
  })
  default void identitiesThatSomebodyElseVouchesFor(String form) {
    for (String host : List.of(authority(), "sts.s3.localhost:" + cairn().port())) {
      WireRequest post =
          WireRequest.of("POST", "/")
              .with("Host", host)
              .with("Content-Type", "application/x-www-form-urlencoded")
              .body(form + "&Version=2011-06-15");

      fails(post);
      fails(v4().to("sts").sign(post));
    }
  }

  @Test
  default void tokensThatTheClientWroteItself() {
    String bucket = victim();
    String token =
        Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
            + "."
            + Base64.getUrlEncoder()
                .encodeToString("{\"accessKey\":\"root\",\"exp\":9999999999}".getBytes(UTF_8))
            + ".";
    WireRequest get = request("GET", "/" + bucket + "/k").with("x-amz-security-token", token);

    fails(v4().sign(get));
    fails(new SignerV4("ASIANOBODY", token).sign(get));
    fails(new SignerV4(token, "x").sign(get.without("x-amz-security-token")));
  }

  /** RustFS: an internal token was made of the credentials that everybody knew. */
  @ParameterizedTest
  @ValueSource(
      strings = {"x-rustfs-rpc-token", "X-Minio-Internal-Token", "X-Internal-Auth", "Cookie"})
  default void tokensOfTheInside(String header) {
    String bucket = victim();

    fails(request("GET", "/" + bucket + "/k").with(header, cairn().accessKeyId()));
    fails(request("GET", "/-/admin/v1/accounts").with(header, cairn().secretAccessKey()));
  }

  /** A head that says twice who asks: one reader takes the first, another one the last. */
  @Test
  default void twoAuthorizations() {
    String bucket = victim();
    SignerV4 stranger = stranger();
    WireRequest get = request("GET", "/" + bucket + "/k");
    String ofRoot = v4().sign(get).find("Authorization").orElseThrow();

    fails(stranger.sign(get).and("Authorization", "AWS " + cairn().accessKeyId() + ":x"));
    fails(get.with("Authorization", "AWS x:y").and("Authorization", ofRoot));
  }

  @Test
  default void theVictimCanStillAskForItsOwn() {
    String bucket = victim();

    WireAnswer answer = send(v4().presign(request("GET", "/" + bucket + "/k"), 60));

    assertThat(answer.text()).isEqualTo(SECRET);
  }
}
