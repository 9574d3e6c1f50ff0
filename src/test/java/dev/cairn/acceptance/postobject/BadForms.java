package dev.cairn.acceptance.postobject;

import static dev.cairn.acceptance.postobject.UsesForms.encoded;
import static dev.cairn.acceptance.postobject.UsesForms.exactly;
import static dev.cairn.acceptance.postobject.UsesForms.policy;

import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Forms that S3 refuses, with its codes. */
interface BadForms extends UsesForms {
  private WireForm unsigned() {
    return WireForm.of(CONTENT).with("key", "k");
  }

  private WireForm signed(String policy) {
    return unsigned().with(signedV2("AWSAccessKeyId", policy));
  }

  private DynamicTest refused(String name, String bucket, WireForm form, int status, String code) {
    return refused(name, form.to(authority(), "/" + bucket), status, code);
  }

  private DynamicTest refused(String name, WireRequest request, int status, String code) {
    return DynamicTest.dynamicTest(name, () -> refusesForm(request, status, code));
  }

  @TestFactory
  default Stream<DynamicTest> badPoliciesAreRefused() {
    String bucket = freshBucket();
    String[] enough = {exactly("bucket", bucket), exactly("key", "k")};
    WireForm good = signed(policy(enough));
    Instant past = Instant.now().minusSeconds(1);
    return Stream.of(
        refused("nobody's", bucket, unsigned(), 403, "AccessDenied"),
        refused("expired", bucket, signed(policy(past, enough)), 403, "AccessDenied"),
        refused("other key", bucket, good.with("key", "l"), 403, "AccessDenied"),
        refused(
            "other bucket",
            bucket,
            signed(policy(exactly("bucket", "other"), exactly("key", "k"))),
            403,
            "AccessDenied"),
        refused("no bucket", bucket, signed(policy(exactly("key", "k"))), 403, "AccessDenied"),
        refused(
            "omitted field", bucket, good.with("Content-Type", "text/plain"), 403, "AccessDenied"),
        refused(
            "missing field",
            bucket,
            signed(policy(enough[0], enough[1], exactly("acl", "private"))),
            403,
            "AccessDenied"),
        refused("no base64", bucket, signed("!"), 400, "InvalidPolicyDocument"),
        refused("no JSON", bucket, signed(encoded("{")), 400, "InvalidPolicyDocument"),
        refused(
            "no expiration",
            bucket,
            signed(encoded("{\"conditions\": []}")),
            400,
            "InvalidPolicyDocument"),
        refused(
            "wrong signature",
            bucket,
            good.with("signature", "AAAA"),
            403,
            "SignatureDoesNotMatch"),
        refused(
            "unknown key",
            bucket,
            good.with("AWSAccessKeyId", "NOBODY"),
            403,
            "InvalidAccessKeyId"),
        refused("token", bucket, good.with("x-amz-security-token", "t"), 400, "InvalidToken"),
        refused("no signature", bucket, good.without("signature"), 400, "InvalidArgument"),
        refused("no policy", bucket, good.without("policy"), 400, "InvalidArgument"),
        refused("two vendors", bucket, good.with("AccessKeyId", "a"), 400, "InvalidArgument"),
        refused(
            "three vendors",
            bucket,
            good.with("AccessKeyId", "a").with("OSSAccessKeyId", "a"),
            400,
            "InvalidArgument"),
        refused("x-oss", bucket, good.with("x-oss-object-acl", "private"), 400, "InvalidArgument"),
        refused("x-obs", bucket, good.with("x-obs-acl", "private"), 400, "InvalidArgument"));
  }

  @TestFactory
  default Stream<DynamicTest> badLengthsAreRefused() {
    String bucket = freshBucket();
    WireForm form =
        signed(
            policy(
                exactly("bucket", bucket),
                exactly("key", "k"),
                "[\"content-length-range\", 5, 100000]"));
    return Stream.of(
        refused("too long", bucket, form.file(new byte[100_001]), 400, "EntityTooLarge"),
        refused("too short", bucket, form.file(new byte[4]), 400, "EntityTooSmall"),
        refused(
            "range of one number",
            bucket,
            signed(policy("[\"content-length-range\", 0]")),
            400,
            "InvalidPolicyDocument"),
        refused(
            "range below zero",
            bucket,
            signed(policy("[\"content-length-range\", -1, 0]")),
            400,
            "InvalidPolicyDocument"));
  }

  @TestFactory
  default Stream<DynamicTest> badFormsAreRefused() {
    String bucket = freshBucket();
    WireForm good = signed(policy(exactly("bucket", bucket), "[\"starts-with\", \"$key\", \"\"]"));
    WireRequest request = good.to(authority(), "/" + bucket);
    String file =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--%s--\r\n"
            .formatted(WireForm.BOUNDARY, WireForm.BOUNDARY);
    return Stream.of(
        refused(
            "no form",
            request.with("Content-Type", "application/x-www-form-urlencoded"),
            400,
            "RequestIsNotMultiPartContent"),
        refused("no type", request.without("Content-Type"), 400, "RequestIsNotMultiPartContent"),
        refused(
            "no boundary",
            request.with("Content-Type", "multipart/form-data"),
            400,
            "MalformedPOSTRequest"),
        refused(
            "another boundary",
            request.with("Content-Type", "multipart/form-data; boundary=other"),
            400,
            "MalformedPOSTRequest"),
        refused("no end", request.body(good.parts()), 400, "MalformedPOSTRequest"),
        refused("nothing", request.body(""), 400, "MalformedPOSTRequest"),
        refused("no file", bucket, good.withoutFile(), 400, "IncorrectNumberOfFilesInPostRequest"),
        refused(
            "two files", request.body(good.and(file)), 400, "IncorrectNumberOfFilesInPostRequest"),
        refused("no key", bucket, good.without("key"), 400, "UserKeyMustBeSpecified"),
        refused("empty key", bucket, good.with("key", ""), 400, "UserKeyMustBeSpecified"),
        refused("long key", bucket, good.with("key", "x".repeat(1025)), 400, "KeyTooLongError"),
        refused(
            "large fields",
            bucket,
            good.with("x-ignore-much", "x".repeat(20_480)),
            400,
            "MaxPostPreDataLengthExceededError"),
        refused("a field twice", bucket, good.with("KEY", "l"), 400, "InvalidArgument"),
        refused("a key's path", good.to(authority(), "/" + bucket + "/k"), 405, "MethodNotAllowed"),
        refused("a copy", bucket, good.with("x-amz-copy-source", "/a/b"), 400, "InvalidArgument"),
        refused(
            "chunks",
            bucket,
            good.with("x-amz-decoded-content-length", "1"),
            400,
            "InvalidArgument"),
        refused("another's bucket", bucket, good.with("bucket", "other"), 400, "InvalidArgument"),
        refused(
            "a header that must be a field",
            request.with("x-amz-acl", "private"),
            400,
            "InvalidArgument"),
        refused("a condition", request.with("If-None-Match", "*"), 501, "NotImplemented"),
        refused("a header's signature", v4().sign(request), 400, "InvalidArgument"),
        refused(
            "no such bucket",
            signed(policy(exactly("bucket", "none-such"), exactly("key", "k")))
                .to(authority(), "/none-such"),
            404,
            "NoSuchBucket"));
  }
}
