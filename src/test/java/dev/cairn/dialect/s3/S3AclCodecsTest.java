package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.access.AccessControl;
import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.PutBucketAcl;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectAcl;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in headers and in documents. */
class S3AclCodecsTest {
  private static final String LENGTH = "Content-Length: 0";
  private static final String XSI =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=";

  private final S3Wire s3 = new S3Wire();

  private static String document(String... grants) {
    return "<AccessControlPolicy xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + "<Owner><ID>alice-id</ID><DisplayName>Alice</DisplayName></Owner><AccessControlList>"
        + String.join("", grants)
        + "</AccessControlList></AccessControlPolicy>";
  }

  private static String grant(String type, String content, String permission) {
    return "<Grant><Grantee%s\"%s\">%s</Grantee><Permission>%s</Permission></Grant>"
        .formatted(XSI, type, content, permission);
  }

  private Failure failureOf(String document) {
    return s3.failureOf(document, "PUT /bucket/key?acl", "Content-Length: " + document.length());
  }

  private static Grantee known(String id) {
    return new Grantee.Known(new AccountId(id));
  }

  @ParameterizedTest
  @CsvSource({
    "private, PRIVATE",
    "public-read, PUBLIC_READ",
    "public-read-write, PUBLIC_READ_WRITE",
    "authenticated-read, AUTHENTICATED_READ",
    "aws-exec-read, AWS_EXEC_READ",
    "bucket-owner-read, BUCKET_OWNER_READ",
    "bucket-owner-full-control, BUCKET_OWNER_FULL_CONTROL"
  })
  void readsTheWordsOfObjects(String word, CannedAcl list) {
    PutObject input = (PutObject) s3.input("PUT /bucket/key", LENGTH, "x-amz-acl: " + word);

    assertThat(input.acl()).isEqualTo(new Acl.Canned(list));
  }

  @Test
  void anObjectIsPrivateWhereNobodySaysMore() {
    assertThat(((PutObject) s3.input("PUT /bucket/key", LENGTH)).acl()).isEqualTo(Acl.PRIVATE);
  }

  @Test
  void readsTheWordOfANewBucket() {
    CreateBucket input = (CreateBucket) s3.input("PUT /bucket", "x-amz-acl: log-delivery-write");

    assertThat(input.acl()).isEqualTo(new Acl.Canned(CannedAcl.LOG_DELIVERY_WRITE));
  }

  @Test
  void readsGranteesOfHeaders() {
    PutObject input =
        (PutObject)
            s3.input(
                "PUT /bucket/key",
                LENGTH,
                "x-amz-grant-read: id=\"a\", emailAddress=\"b@c\",id=d",
                "x-amz-grant-write-acp:"
                    + " uri=\"http://acs.amazonaws.com/groups/global/AuthenticatedUsers\"",
                "x-amz-grant-full-control: id=\"a, b\"");

    assertThat(input.acl())
        .isEqualTo(
            new Acl.Granted(
                List.of(
                    new Grant(known("a"), Right.READ),
                    new Grant(new Grantee.Addressed("b@c"), Right.READ),
                    new Grant(known("d"), Right.READ),
                    new Grant(Grantee.Group.AUTHENTICATED, Right.WRITE_ACP),
                    new Grant(known("a, b"), Right.FULL_CONTROL))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "id=", "id=a,", "id=\"a", "name=a", "id=a b", ",", "id=a,,id=b", "=a"})
  void refusesGranteesThatAreNone(String value) {
    Failure failure = s3.failure("PUT /bucket/key", LENGTH, "x-amz-grant-read: " + value);

    assertThat(failure).isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void refusesAGroupThatThereIsNot() {
    assertThat(s3.failure("PUT /bucket/key", LENGTH, "x-amz-grant-read: uri=http://acs/AllUsers"))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void refusesAWordBesideGrantees() {
    assertThat(
            s3.failure("PUT /bucket/key", LENGTH, "x-amz-acl: private", "x-amz-grant-read: id=a"))
        .isInstanceOf(Failure.InvalidRequest.class);
  }

  @Test
  void refusesTwoWords() {
    assertThat(
            s3.failure("PUT /bucket/key", LENGTH, "x-amz-acl: private", "x-amz-acl: public-read"))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void readsADocument() {
    String document =
        document(
            grant("CanonicalUser", "<ID>a</ID><DisplayName>A</DisplayName>", "FULL_CONTROL"),
            grant("AmazonCustomerByEmail", "<EmailAddress>b@c</EmailAddress>", "READ"),
            grant("Group", "<URI>http://acs.amazonaws.com/groups/s3/LogDelivery</URI>", "WRITE"));

    PutObjectAcl input =
        (PutObjectAcl)
            s3.inputOf(document, "PUT /bucket/key?acl", "Content-Length: " + document.length());

    assertThat(input.statedOwner()).contains(new AccountId("alice-id"));
    assertThat(input.acl())
        .isEqualTo(
            new Acl.Granted(
                List.of(
                    new Grant(known("a"), Right.FULL_CONTROL),
                    new Grant(new Grantee.Addressed("b@c"), Right.READ),
                    new Grant(Grantee.Group.LOG_DELIVERY, Right.WRITE))));
  }

  @Test
  void readsAWordInPlaceOfADocument() {
    PutBucketAcl input =
        (PutBucketAcl) s3.input("PUT /bucket?acl", LENGTH, "x-amz-acl: public-read");

    assertThat(input)
        .isEqualTo(new PutBucketAcl(new Acl.Canned(CannedAcl.PUBLIC_READ), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Other/>",
        "<AccessControlPolicy>",
        "<AccessControlPolicy/>",
        "<AccessControlPolicy><Owner><ID>a</ID></Owner></AccessControlPolicy>",
        "<AccessControlPolicy><AccessControlList/></AccessControlPolicy>",
        "<AccessControlPolicy><Owner/><AccessControlList/></AccessControlPolicy>",
        "<AccessControlPolicy><Owner><ID>a</ID></Owner><Owner><ID>b</ID></Owner>"
            + "<AccessControlList/></AccessControlPolicy>",
        "<!DOCTYPE a><AccessControlPolicy/>"
      })
  void refusesDocumentsThatAreNoLists(String document) {
    assertThat(failureOf(document)).isInstanceOf(Failure.MalformedAcl.class);
  }

  @ParameterizedTest
  @CsvSource({
    "CanonicalUser, <ID>a</ID>, ALL",
    "CanonicalUser, <ID>a</ID>, read",
    "CanonicalUser, <ID/>, READ",
    "CanonicalUser, <URI>a</URI>, READ",
    "CanonicalUser, <ID>a</ID><ID>b</ID>, READ",
    "Group, <ID>a</ID>, READ",
    "Somebody, <ID>a</ID>, READ"
  })
  void refusesGrantsThatAreNone(String type, String content, String permission) {
    assertThat(failureOf(document(grant(type, content, permission))))
        .isInstanceOf(Failure.MalformedAcl.class);
  }

  @Test
  void refusesAGranteeWithoutItsType() {
    assertThat(
            failureOf(
                document(
                    "<Grant><Grantee><ID>a</ID></Grantee><Permission>READ</Permission></Grant>")))
        .isInstanceOf(Failure.MalformedAcl.class);
  }

  @Test
  void refusesADocumentBesideAWord() {
    String document = document();

    assertThat(
            s3.failureOf(
                document,
                "PUT /bucket/key?acl",
                "Content-Length: " + document.length(),
                "x-amz-acl: private"))
        .isInstanceOf(Failure.UnexpectedBody.class);
  }

  @Test
  void refusesARequestThatStatesNothing() {
    assertThat(s3.failure("PUT /bucket/key?acl", LENGTH)).isInstanceOf(Failure.MissingHeader.class);
  }

  @Test
  void writesAList() {
    AccessControl shown =
        new AccessControl(
            S3Wire.ALICE,
            new Acl.Canned(CannedAcl.PUBLIC_READ),
            List.of(
                new Grant(known("alice-id"), Right.FULL_CONTROL),
                new Grant(known("bob"), Right.READ_ACP),
                new Grant(Grantee.Group.EVERYONE, Right.READ)),
            Map.of(new AccountId("bob"), new Account(new AccountId("bob"), "Bob & Co", "")));

    String written = S3Wire.document(s3.answer(shown, "GET /bucket/key?acl"));

    assertThat(written)
        .endsWith(
            document(
                grant(
                    "CanonicalUser",
                    "<ID>alice-id</ID><DisplayName>Alice</DisplayName>",
                    "FULL_CONTROL"),
                grant(
                    "CanonicalUser",
                    "<ID>bob</ID><DisplayName>Bob &amp; Co</DisplayName>",
                    "READ_ACP"),
                grant(
                    "Group",
                    "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>",
                    "READ")));
  }
}
