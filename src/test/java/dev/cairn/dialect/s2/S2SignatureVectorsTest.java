package dev.cairn.dialect.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.dialect.Authentication;
import dev.cairn.dialect.family.signature.OneAccount;
import dev.cairn.model.Caller;
import dev.cairn.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures over S2's own examples, and AWS's vectors, which hold here too. */
class S2SignatureVectorsTest {
  private static final String DATE = "Tue, 08 Apr 2014 02:59:47 GMT";
  private static final String NOW = "2014-04-08T02:59:47Z";
  private static final OneAccount EXAMPLE = new OneAccount("s2-example-key", "s2-example-secret");
  private static final OneAccount AWS_EXAMPLE = new OneAccount();

  private static S2Wire initiation() {
    return S2Wire.request("POST", "/objectName?uploads")
        .with("Content-Type", "text/plain")
        .with("Date", DATE)
        .with("x-amz-meta-foo1", "value1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS", "Baishan", "anything"})
  void acceptsInitiationUnderAnyWord(String word) {
    S2Wire request =
        initiation().with("Authorization", word + " s2-example-key:gTdzgQshwizkf3KRoc54D+en8lA=");

    Authentication authentication = request.authenticate(NOW, EXAMPLE);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void acceptsInitiationWhoseSubResourceHasAnEqualsSign() {
    S2Wire request =
        new S2Wire("POST", S2Wire.HOST, "/objectName?uploads=", initiation().fields())
            .with("Authorization", "AWS s2-example-key:gTdzgQshwizkf3KRoc54D+en8lA=");

    Authentication authentication = request.authenticate(NOW, EXAMPLE);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void acceptsAPart() {
    S2Wire request =
        S2Wire.request("PUT", "/objectName?partNumber=1&uploadId=VXBsb2FkSWQ")
            .with("Date", DATE)
            .with("Authorization", "AWS s2-example-key:rrI7xacKUhiQQj7HyE7t8eGfnnU=");

    Authentication authentication = request.authenticate(NOW, EXAMPLE);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void showsWhatItSigns() {
    S2Wire request =
        initiation().with("Authorization", "Baishan s2-example-key:AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    Failure refusal = request.refusal(NOW, EXAMPLE);

    assertThat(((Failure.SignatureMismatch) refusal).stringToSign())
        .isEqualTo(
            "POST\n\ntext/plain\n"
                + DATE
                + "\nx-amz-meta-foo1:value1\n/your-bucket/objectName?uploads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | /awsexamplebucket1/photos/puppy.jpg | Tue, 27 Mar 2007 19:36:42 +0000 | 2007-03-27T19:36:42Z | qgk2+6Sv9/oM7G3qLEjTH1a1l1g=
          GET | /awsexamplebucket1/?prefix=photos&max-keys=50 | Tue, 27 Mar 2007 19:42:41 +0000 | 2007-03-27T19:42:41Z | m0WP8eCtspQl5Ahe6L1SozdX9YA=
          GET | /awsexamplebucket1/?acl | Tue, 27 Mar 2007 19:44:46 +0000 | 2007-03-27T19:44:46Z | 82ZHiFIjc+WbcwFKGUVEQspPn+0=
          """)
  void acceptsV2OfAws(String method, String target, String date, String now, String signature) {
    S2Wire request =
        S2Wire.request(method, target)
            .at("ss.bscstorage.com")
            .with("Date", date)
            .with("Authorization", "AWS " + OneAccount.ACCESS_KEY_ID + ":" + signature);

    Authentication authentication = request.authenticate(now, AWS_EXAMPLE);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }

  @Test
  void acceptsV4OfAws() {
    S2Wire request =
        S2Wire.request("GET", "/test.txt")
            .at("examplebucket.s3.amazonaws.com")
            .with("Range", "bytes=0-9")
            .with("x-amz-date", "20130524T000000Z")
            .with(
                "x-amz-content-sha256",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            .with(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + OneAccount.ACCESS_KEY_ID
                    + "/20130524/us-east-1/s3/aws4_request,"
                    + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                    + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    Authentication authentication = request.authenticate("2013-05-24T00:00:00Z", AWS_EXAMPLE);

    assertThat(authentication.caller()).isInstanceOf(Caller.Authenticated.class);
  }
}
