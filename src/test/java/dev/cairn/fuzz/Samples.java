package dev.cairn.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.acceptance.wire.SignerV2;
import dev.cairn.acceptance.wire.SignerV2.Words;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Valid requests of every kind and dialect, unsigned: what mutations begin with. Bucket {@code b}
 * and key {@code k} in the path are whatever they are replaced with.
 */
public final class Samples {
  private static final String UPLOAD = new UUID(7, 7).toString();
  private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  /**
   * A request and how it may be signed.
   *
   * @param v4 whether signature V4 of AWS is understood there
   */
  public record Sample(WireRequest request, Words words, boolean v4) {}

  private Samples() {}

  /** All of them; {@code authority} is the address of the service, with its port. */
  public static List<Sample> all(String bucket, int port) {
    List<Sample> all = new ArrayList<>();
    add(all, "127.0.0.1:" + port, Words.AWS, bucket);
    add(all, "s2.localhost:" + port, Words.AWS, bucket);
    add(all, "obs.localhost:" + port, Words.AWS, bucket);
    add(all, "obs.localhost:" + port, Words.OBS, bucket);
    add(all, "oss.localhost:" + port, Words.OSS, bucket);
    sts(all, "127.0.0.1:" + port);
    return all;
  }

  /** Signed in one of the ways that the dialect has, or not at all. */
  public static WireRequest signed(
      Sample sample, WireRequest request, String key, String secret, Mutator random) {
    SignerV2 old = new SignerV2(key, secret).in(sample.words());
    if (random.oneIn(12)) {
      return request;
    }
    if (sample.v4() && random.oneIn(2)) {
      SignerV4 v4 = new SignerV4(key, secret);
      return random.oneIn(3) ? v4.presign(request, 60) : v4.sign(request);
    }
    return random.oneIn(3) ? old.presign(request, 60) : old.sign(request);
  }

  private static void add(List<Sample> all, String host, Words words, String bucket) {
    String b = "/" + bucket;
    String p = words.prefix();
    List<WireRequest> requests = new ArrayList<>();
    for (String line :
        List.of(
            "GET /",
            "GET B",
            "GET B?prefix=a&delimiter=%2F&marker=b&max-keys=5&encoding-type=url",
            "GET B?list-type=2&prefix=a&delimiter=%2F&start-after=b&max-keys=5&fetch-owner=true",
            "GET B?list-type=2&continuation-token=a2V5",
            "GET B?uploads&prefix=a&key-marker=b&upload-id-marker=" + UPLOAD + "&max-uploads=3",
            "GET B?acl",
            "GET B?location",
            "GET B/k",
            "HEAD B/k",
            "HEAD B",
            "GET B/k?partNumber=1",
            "GET B/k?response-content-type=text%2Fplain&response-cache-control=no-cache",
            "GET B/k?acl",
            "GET B/k?tagging",
            "GET B/k?uploadId=" + UPLOAD + "&max-parts=3&part-number-marker=1",
            "DELETE B/gone",
            "DELETE B/k?uploadId=" + UPLOAD,
            "POST B/k?uploads",
            "GET B/k?symlink",
            "GET B?bucketInfo",
            "GET B?storageClass",
            "GET B?formatter=json")) {
      String[] parts = line.split(" ", 2);
      requests.add(WireRequest.of(parts[0], parts[1].replaceFirst("^B", b)));
    }
    requests.add(
        WireRequest.of("GET", b + "/k")
            .with("Range", "bytes=1-3")
            .with("If-Match", "\"abc\", \"def\"")
            .with("If-Unmodified-Since", "Sat, 21 Nov 2026 18:00:00 GMT"));
    requests.add(
        WireRequest.of("PUT", b + "/new")
            .with("Content-Type", "text/plain")
            .with("Content-MD5", md5("some bytes"))
            .with("Cache-Control", "no-cache")
            .with("Expires", "Sat, 21 Nov 2026 18:00:00 GMT")
            .with(p + "meta-colour", "blue")
            .with(p + "acl", "private")
            .with(p + "storage-class", words.equals(Words.OSS) ? "Standard" : "STANDARD")
            .with(p + "tagging", "a=b&c=d%20e")
            .body("some bytes"));
    requests.add(
        WireRequest.of("PUT", b + "/new").with(p + "grant-read", "id=\"one\", id=two").body("x"));
    requests.add(
        WireRequest.of("PUT", b + "/copy")
            .with(p + "copy-source", b + "/k")
            .with(p + "copy-source-if-none-match", "\"abc\"")
            .with(p + "metadata-directive", "REPLACE"));
    requests.add(
        WireRequest.of("PUT", b + "/copy?partNumber=1&uploadId=" + UPLOAD)
            .with(p + "copy-source", b + "/k")
            .with(p + "copy-source-range", "bytes=0-4"));
    requests.add(
        WireRequest.of("PUT", b + "/k?partNumber=1&uploadId=" + UPLOAD).body("part of it"));
    requests.add(WireRequest.of("POST", b + "/log?append&position=0").body("a line"));
    requests.add(WireRequest.of("PUT", b + "/link?symlink").with(p + "symlink-target", "k"));
    documents(requests, b);
    requests.add(
        WireForm.of("content of a file")
            .with("key", "form/${filename}")
            .with(p + "meta-a", "b")
            .with("success_action_status", "201")
            .to(host, b));
    for (WireRequest request : requests) {
      all.add(new Sample(request.with("Host", host), words, words.equals(Words.AWS)));
    }
  }

  private static void documents(List<WireRequest> requests, String b) {
    document(
        requests,
        "POST",
        b + "?delete",
        "<Delete><Quiet>false</Quiet><Object><Key>gone</Key><VersionId>null</VersionId></Object>"
            + "<Object><Key>a&amp;b</Key></Object></Delete>");
    document(
        requests,
        "POST",
        b + "/k?uploadId=" + UPLOAD,
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\""
            + "d41d8cd98f00b204e9800998ecf8427e\"</ETag><ChecksumCRC32>NhCmhg==</ChecksumCRC32>"
            + "</Part></CompleteMultipartUpload>");
    document(
        requests,
        "PUT",
        b + "/k?tagging",
        "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>");
    document(
        requests,
        "PUT",
        b + "/k?acl",
        "<AccessControlPolicy><Owner><ID>root</ID></Owner><AccessControlList><Grant><Grantee "
            + XSI
            + " xsi:type=\"CanonicalUser\"><ID>root</ID></Grantee><Permission>FULL_CONTROL"
            + "</Permission></Grant><Grant><Grantee "
            + XSI
            + " xsi:type=\"Group\"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>"
            + "</Grantee><Permission>READ</Permission></Grant></AccessControlList>"
            + "</AccessControlPolicy>");
    document(requests, "POST", b + "/k?restore", "<RestoreRequest><Days>3</Days></RestoreRequest>");
    document(
        requests,
        "PUT",
        b + "-made",
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
            + "<StorageClass>Standard</StorageClass></CreateBucketConfiguration>");
    document(requests, "PUT", b + "?storageClass", "<StorageClass>WARM</StorageClass>");
  }

  private static void document(
      List<WireRequest> requests, String method, String target, String document) {
    requests.add(
        WireRequest.of(method, target)
            .with("Content-Type", "application/xml")
            .with("Content-MD5", md5(document))
            .body(document));
  }

  private static void sts(List<Sample> all, String host) {
    for (String form :
        List.of(
            "Action=GetCallerIdentity&Version=2011-06-15",
            "Action=GetSessionToken&DurationSeconds=900",
            "Action=GetFederationToken&Name=bob&Policy=%7B%22Version%22%3A%222012-10-17%22%2C%22"
                + "Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3A%2A%22%2C%22"
                + "Resource%22%3A%22%2A%22%2C%22Condition%22%3A%7B%22StringLike%22%3A%7B%22s3%3Aprefix"
                + "%22%3A%22a%2A%22%7D%7D%7D%7D",
            "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fa%2Fb"
                + "&RoleSessionName=me&ExternalId=xx&DurationSeconds=900")) {
      all.add(
          new Sample(
              WireRequest.of("POST", "/")
                  .with("Host", host)
                  .with("Content-Type", "application/x-www-form-urlencoded")
                  .body(form),
              Words.AWS,
              true));
    }
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
