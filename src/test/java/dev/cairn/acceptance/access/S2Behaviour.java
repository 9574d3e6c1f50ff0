package dev.cairn.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Two accounts and nobody at the address of S2, in XML and in JSON. */
interface S2Behaviour extends UsesAccounts {
  private WireRequest at(String method, String target) {
    return WireRequest.of(method, target).with("Host", S2Clients.DOMAIN + ":" + cairn().port());
  }

  private WireAnswer ask(Holder holder, WireRequest request) {
    return send(
        new SignerV4(holder.cairn().accessKeyId(), holder.cairn().secretAccessKey()).sign(request));
  }

  private static void denied(ThrowingCallable call) {
    S3Exception failure = catchThrowableOfType(S3Exception.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    assertThat(failure.statusCode()).isEqualTo(403);
  }

  @Test
  default void listsAreStatedInWordsHeadersXmlAndJson() {
    Holder master = holder("owner");
    Holder other = holder("friend");
    try (S3Client owner = S2Clients.pathStyle(master.cairn());
        S3Client friend = S2Clients.pathStyle(other.cairn())) {
      // Given
      String bucket = "s2-" + UUID.randomUUID();
      owner.createBucket(b -> b.bucket(bucket).acl(BucketCannedACL.PUBLIC_READ));
      owner.putObject(
          b -> b.bucket(bucket).key("k").acl(ObjectCannedACL.PRIVATE),
          RequestBody.fromString("text"));
      String acl = "/" + bucket + "/k?acl";
      assertThat(friend.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(1);
      denied(() -> friend.getObjectAsBytes(b -> b.bucket(bucket).key("k")));

      // When
      owner.putObjectAcl(
          b ->
              b.bucket(bucket)
                  .key("k")
                  .grantRead("emailAddress=\"" + other.email() + "\", id=\"" + master.id() + "\""));

      // Then
      assertThat(friend.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asUtf8String())
          .isEqualTo("text");
      JsonObject shown = new JsonObject(ask(master, at("GET", acl + "&formatter=json")).text());
      assertThat(shown.getString("Owner")).isEqualTo(master.id());
      assertThat(shown.getJsonObject("ACL").getJsonArray(other.id())).containsExactly("read");

      // When
      String json =
          "{\"GRPS000000ANONYMOUSE\":[\"read\"],\"%s\":[\"read\",\"read_acp\",\"write\",\"write_acp\"]}"
              .formatted(other.id());
      WireAnswer set = ask(master, at("PUT", acl + "&formatter=json").body(json));

      // Then
      assertThat(set.status()).as("%s", set).isEqualTo(200);
      assertThat(send(at("GET", "/" + bucket + "/k")).text()).isEqualTo("text");
      assertThat(friend.getObjectAcl(b -> b.bucket(bucket).key("k")).grants())
          .extracting(grant -> grant.permissionAsString())
          .containsExactly("READ", "FULL_CONTROL");

      // When: the header wins.
      ask(master, at("PUT", acl + "&formatter=json").with("x-amz-acl", "private").body(json));

      // Then
      assertThat(send(at("GET", "/" + bucket + "/k")).status()).isEqualTo(403);
    }
  }

  @Test
  default void aListThatIsNoneIsRefusedInS2() {
    Holder master = holder("owner");
    try (S3Client owner = S2Clients.pathStyle(master.cairn())) {
      // Given
      String bucket = "s2-" + UUID.randomUUID();
      owner.createBucket(b -> b.bucket(bucket));

      // When
      WireAnswer json =
          ask(master, at("PUT", "/" + bucket + "?acl&formatter=json").body("[\"read\"]"));
      WireAnswer xml = ask(master, at("PUT", "/" + bucket + "?acl").body("<Other/>"));
      WireAnswer none = send(at("GET", "/" + bucket + "?acl"));

      // Then
      assertThat(json.error()).containsEntry("Code", "MalformedACLError");
      assertThat(xml.error()).containsEntry("Code", "MalformedACLError");
      assertThat(none.error()).containsEntry("Code", "AccessDenied");
    }
  }
}
