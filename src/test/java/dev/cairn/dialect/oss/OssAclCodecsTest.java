package dev.cairn.dialect.oss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.access.AccessControl;
import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.multipart.CompleteMultipartUpload;
import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectAcl;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of one word. */
class OssAclCodecsTest {
  private static final String LENGTH = "Content-Length: 0";

  private final OssWire oss = new OssWire();

  @Test
  void anObjectHasItsBucketsListWhereNobodySaysMore() {
    assertThat(((PutObject) oss.input("PUT /bucket/key", LENGTH)).acl())
        .isEqualTo(new Acl.Inherited());
    assertThat(
            ((CopyObject) oss.input("PUT /bucket/key", "x-oss-copy-source: /bucket/other")).acl())
        .isEqualTo(new Acl.Inherited());
  }

  @Test
  void readsTheWordOfAnObject() {
    PutObject input =
        (PutObject) oss.input("PUT /bucket/key", LENGTH, "x-oss-object-acl: public-read");

    assertThat(input.acl()).isEqualTo(new Acl.Canned(CannedAcl.PUBLIC_READ));
  }

  @Test
  void readsTheWordOfACompletedUpload() {
    CompleteMultipartUpload input =
        (CompleteMultipartUpload)
            oss.inputOf(
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a</ETag></Part>"
                    + "</CompleteMultipartUpload>",
                "POST /bucket/key?uploadId=" + "0".repeat(32),
                "x-oss-object-acl: private");

    assertThat(input.acl()).contains(Acl.PRIVATE);
  }

  @Test
  void setsTheListOfABucketThatIsMadeAgain() {
    assertThat(((CreateBucket) oss.input("PUT /bucket", "x-oss-acl: private")).aclAgain()).isTrue();
    assertThat(((CreateBucket) oss.input("PUT /bucket")).aclAgain()).isFalse();
  }

  @Test
  void readsTheWordThatIsSet() {
    PutObjectAcl input =
        (PutObjectAcl) oss.input("PUT /bucket/key?acl", LENGTH, "x-oss-object-acl: default");

    assertThat(input.acl()).isEqualTo(new Acl.Inherited());
  }

  @ParameterizedTest
  @CsvSource({
    "PUT /bucket?acl, x-oss-acl: default, InvalidArgument",
    "PUT /bucket?acl, x-oss-acl: nobody, InvalidArgument",
    "PUT /bucket?acl, x-oss-meta-a: b, MissingHeader",
    "PUT /bucket/key?acl, x-oss-object-acl: authenticated-read, InvalidArgument",
    "PUT /bucket/key?acl, x-oss-acl: private, MissingHeader",
    "POST /bucket/key?uploads, x-oss-object-acl: private, NotImplemented",
    "PUT /bucket, x-oss-acl: default, InvalidArgument"
  })
  void refusesWordsThatAreNone(String line, String header, String failure) {
    Failure refusal = oss.failure(line, LENGTH, header);

    assertThat(refusal.getClass().getSimpleName()).isEqualTo(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "'', private",
    "EVERYONE:READ, public-read",
    "EVERYONE:READ EVERYONE:WRITE, public-read-write",
    "EVERYONE:FULL_CONTROL, public-read-write",
    "EVERYONE:WRITE, private",
    "AUTHENTICATED:READ, private"
  })
  void writesTheNearestWord(String grants, String word) {
    List<Grant> list =
        Arrays.stream(grants.split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(text -> text.split(":", 2))
            .map(pair -> new Grant(Grantee.Group.valueOf(pair[0]), Right.valueOf(pair[1])))
            .toList();

    String written = written(new Acl.Granted(list), list, "GET /bucket?acl");

    assertThat(written)
        .contains("<Owner><ID>alice-id</ID><DisplayName>Alice</DisplayName></Owner>")
        .contains("<AccessControlList><Grant>" + word + "</Grant></AccessControlList>");
  }

  @Test
  void writesThatAnObjectHasItsBucketsList() {
    assertThat(written(new Acl.Inherited(), List.of(), "GET /bucket/key?acl"))
        .contains("<Grant>default</Grant>");
  }

  private String written(Acl acl, List<Grant> grants, String line) {
    AccessControl shown =
        new AccessControl(OssWire.ALICE, acl, grants, Map.<AccountId, dev.cairn.model.Account>of());
    return OssWire.document(oss.answer(shown, line));
  }
}
