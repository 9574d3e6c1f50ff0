package dev.cairn.acceptance.s3.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.acceptance.wire.WireRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** XML that is malformed, huge, or an attack. */
interface BadDocuments extends BadInput {
  String BOMB =
      """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      <Delete><Object><Key>&d;</Key></Object></Delete>
      """;
  String THIEF =
      """
      <!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
      <Delete><Object><Key>&f;</Key></Object></Delete>
      """;

  @TestFactory
  default Stream<DynamicTest> refusesBadListsOfObjects() {
    String bucket = freshBucket();
    store(bucket, "k", new byte[1]);
    return Stream.of(
        document(bucket, "not closed", "<Delete><Object><Key>k</Key></Object>"),
        document(bucket, "no XML", "{\"key\": \"k\"}"),
        document(bucket, "another root", "<Remove><Object><Key>k</Key></Object></Remove>"),
        document(bucket, "no key", "<Delete><Object></Object></Delete>"),
        document(bucket, "no object", "<Delete></Delete>"),
        document(bucket, "something behind", "<Delete><Object><Key>k</Key></Object></Delete><x/>"),
        document(bucket, "entities that expand", BOMB),
        document(bucket, "entities that fetch", THIEF),
        document(
            bucket, "an undeclared entity", "<Delete><Object><Key>&x;</Key></Object></Delete>"),
        document(
            bucket,
            "a doctype alone",
            "<!DOCTYPE Delete><Delete><Object><Key>k</Key></Object></Delete>"),
        document(
            bucket, "a forbidden character", "<Delete><Object><Key>\u0001</Key></Object></Delete>"),
        document(bucket, "1001 objects", objects(1001)),
        document(bucket, "endless depth", "<a>".repeat(100_000)));
  }

  private DynamicTest document(String bucket, String name, String document) {
    WireRequest request =
        request("POST", "/" + bucket + "?delete").with("Content-MD5", md5(document));
    return refused(name, request.body(document), 400, "MalformedXML");
  }

  @Test
  default void refusesAListOfObjectsThatNothingProves() {
    refuses(
        request("POST", "/" + freshBucket() + "?delete").body(objects(1)), 400, "InvalidRequest");
  }

  @Test
  default void refusesAListOfObjectsWithAnotherDigest() {
    refuses(
        request("POST", "/" + freshBucket() + "?delete")
            .with("Content-MD5", md5("another"))
            .body(objects(1)),
        400,
        "BadDigest");
  }

  @Test
  default void refusesAnEmptyCompletion() {
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    refuses(request("POST", "/" + bucket + "/k?uploadId=" + upload).body(""), 400, "MalformedXML");
  }

  @TestFactory
  default Stream<DynamicTest> refusesHugeDocuments() {
    String bucket = freshBucket();
    String upload = initiate(bucket, "k");
    String huge = "<CompleteMultipartUpload>" + " ".repeat(9 << 20);
    String text = "<Delete><Object><Key>" + "k".repeat(3 << 20) + "</Key></Object></Delete>";
    return Stream.of(
        refused(
            "a completion of 9 MiB",
            request("POST", "/" + bucket + "/k?uploadId=" + upload).body(huge),
            400,
            "MaxMessageLengthExceeded"),
        refused(
            "a key of 3 MiB",
            request("POST", "/" + bucket + "?delete").with("Content-MD5", md5(text)).body(text),
            400,
            "MaxMessageLengthExceeded"));
  }

  @TestFactory
  default Stream<DynamicTest> refusesBadBucketConfigurations() {
    String bucket = "bad-" + java.util.UUID.randomUUID();
    return Stream.of(
        refused(
            "malformed",
            request("PUT", "/" + bucket).body("<CreateBucketConf"),
            400,
            "MalformedXML"),
        refused(
            "entities that expand", request("PUT", "/" + bucket).body(BOMB), 400, "MalformedXML"));
  }

  private static String objects(int count) {
    return "<Delete>" + "<Object><Key>k</Key></Object>".repeat(count) + "</Delete>";
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
