package dev.cairn.dialect.obs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.access.AccessControl;
import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.PutBucketAcl;
import dev.cairn.core.object.PutObjectAcl;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of the native form. */
class ObsAclCodecsTest {
  private final ObsWire obs = new ObsWire(ObsForm.NATIVE);

  private static Grantee known(String id) {
    return new Grantee.Known(new AccountId(id));
  }

  /** The request of the page of PUT object ACL. */
  @Test
  void readsThePagesSample() {
    String document =
        """
        <AccessControlPolicy xmlns="http://obs.example.com/doc/2015-06-30/">
          <Owner><ID>b4bf1b36d9ca43d984fbcb9491b6fce9</ID></Owner>
          <Delivered>false</Delivered>
          <AccessControlList>
            <Grant>
              <Grantee><ID>b4bf1b36d9ca43d984fbcb9491b6fce9</ID></Grantee>
              <Permission>FULL_CONTROL</Permission>
            </Grant>
            <Grant>
              <Grantee><ID>783fc6652cf246c096ea836694f71855</ID></Grantee>
              <Permission>READ</Permission>
            </Grant>
            <Grant>
              <Grantee><Canned>Everyone</Canned></Grantee>
              <Permission>READ</Permission>
            </Grant>
          </AccessControlList>
        </AccessControlPolicy>
        """;

    PutObjectAcl input = (PutObjectAcl) put(document, "/bucket/obj2?acl");

    assertThat(input.statedOwner()).contains(new AccountId("b4bf1b36d9ca43d984fbcb9491b6fce9"));
    assertThat(input.acl())
        .isEqualTo(
            new Acl.Granted(
                List.of(
                    new Grant(known("b4bf1b36d9ca43d984fbcb9491b6fce9"), Right.FULL_CONTROL),
                    new Grant(known("783fc6652cf246c096ea836694f71855"), Right.READ),
                    new Grant(Grantee.Group.EVERYONE, Right.READ)),
                false));
  }

  @Test
  void readsWhatABucketDelivers() {
    PutBucketAcl input =
        (PutBucketAcl)
            put(
                "<AccessControlPolicy><Owner><ID>a</ID></Owner><AccessControlList><Grant><Grantee>"
                    + "<Canned>Everyone</Canned></Grantee><Permission>READ</Permission>"
                    + "<Delivered>true</Delivered></Grant></AccessControlList>"
                    + "</AccessControlPolicy>",
                "/bucket?acl");

    assertThat(input.acl())
        .isEqualTo(new Acl.Granted(List.of(new Grant(Grantee.Group.EVERYONE, Right.READ, true))));
  }

  @Test
  void readsGrantsOfHeaders() {
    CreateBucket input =
        (CreateBucket)
            obs.input(
                "PUT /bucket",
                "x-obs-grant-read: id=a, id=b",
                "x-obs-grant-full-control-delivered: id=c");

    assertThat(input.acl())
        .isEqualTo(
            new Acl.Granted(
                List.of(
                    new Grant(known("a"), Right.READ),
                    new Grant(known("b"), Right.READ),
                    new Grant(known("c"), Right.FULL_CONTROL, true))));
  }

  @Test
  void readsAWordThatOnlyBucketsHave() {
    CreateBucket input =
        (CreateBucket) obs.input("PUT /bucket", "x-obs-acl: public-read-delivered");

    assertThat(input.acl()).isEqualTo(new Acl.Canned(CannedAcl.PUBLIC_READ_DELIVERED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Grantee><ID>a</ID><Canned>Everyone</Canned></Grantee>",
        "<Grantee><Canned>Friends</Canned></Grantee>",
        "<Grantee><URI>a</URI></Grantee>",
        "<Grantee/>"
      })
  void refusesGranteesThatAreNone(String grantee) {
    String document =
        "<AccessControlPolicy><Owner><ID>a</ID></Owner><AccessControlList><Grant>"
            + grantee
            + "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>";

    assertThat(obs.failureOf(document, "PUT /bucket/k?acl", "Content-Length: " + document.length()))
        .isInstanceOf(Failure.MalformedAcl.class);
  }

  @Test
  void writesTheListOfAnObject() {
    AccessControl shown =
        new AccessControl(
            ObsWire.ALICE,
            new Acl.Canned(CannedAcl.PUBLIC_READ),
            List.of(
                new Grant(known("alice-id"), Right.FULL_CONTROL),
                new Grant(Grantee.Group.EVERYONE, Right.READ),
                new Grant(Grantee.Group.AUTHENTICATED, Right.READ)),
            Map.of());

    String written = ObsWire.document(obs.answer(shown, "GET /bucket/k?acl"));

    assertThat(written)
        .contains(
            "<Owner><ID>alice-id</ID></Owner><Delivered>true</Delivered><AccessControlList>"
                + "<Grant><Grantee><ID>alice-id</ID></Grantee>"
                + "<Permission>FULL_CONTROL</Permission></Grant>"
                + "<Grant><Grantee><Canned>Everyone</Canned></Grantee>"
                + "<Permission>READ</Permission></Grant></AccessControlList>");
  }

  private Object put(String document, String target) {
    return obs.inputOf(document, "PUT " + target, "Content-Length: " + document.length());
  }
}
