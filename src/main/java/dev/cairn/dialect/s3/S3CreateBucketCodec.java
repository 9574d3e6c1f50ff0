package dev.cairn.dialect.s3;

import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.DocumentClaims;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;
import java.util.regex.Pattern;

/** CreateBucket: names and regions are S3's own business. */
final class S3CreateBucketCodec implements Codec<CreateBucket, CreateBucketResult> {
  /** The region that an empty constraint means, and that has rules of its own. */
  static final String FIRST_REGION = "us-east-1";

  private static final int MAXIMUM_BYTES = 64 * 1024;
  private static final Pattern REGION = Pattern.compile("EU|[a-z0-9]+(-[a-z0-9]+)*");

  private final DocumentClaims claims;
  private final Regions regions;

  S3CreateBucketCodec(DocumentClaims claims, Regions regions) {
    this.claims = claims;
    this.regions = regions;
  }

  @Override
  public Decoded<CreateBucket> decode(RequestHead head) {
    BucketName name = head.address().bucket().orElseThrow();
    S3BucketNames.check(name);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.of(head.headers()),
            document -> new CreateBucket(name, region(document))));
  }

  private String region(byte[] document) {
    if (document.length == 0) {
      return "";
    }
    String region = XmlReader.parse(document, "CreateBucketConfiguration", this::constraint);
    if (region.isEmpty()) {
      return region;
    }
    boolean elsewhere =
        regions.configured().isPresent() && !regions.configured().get().equals(region);
    if (elsewhere || region.length() > 63 || !REGION.matcher(region).matches()) {
      throw new Failure.InvalidLocationConstraint(region).exception();
    }
    return region;
  }

  private String constraint(XmlReader xml) {
    String region = "";
    while (xml.next()) {
      switch (xml.name()) {
        case "LocationConstraint" -> region = xml.text().strip();
        case "Location", "Bucket", "Tags" ->
            throw new Failure.NotImplemented("CreateBucketConfiguration: " + xml.name())
                .exception();
        default -> throw xml.malformed("CreateBucketConfiguration has no " + xml.name());
      }
    }
    return region;
  }

  @Override
  public Answer encode(CreateBucketResult result, Exchange<CreateBucket> exchange) {
    // In its first region S3 lets an owner make a bucket twice, as it always did.
    if (!result.created() && !regions.of(result.bucket()).equals(FIRST_REGION)) {
      throw new Failure.BucketAlreadyOwnedByYou(result.bucket().name()).exception();
    }
    return Answer.empty(
        200, Headers.builder().add("Location", "/" + result.bucket().name()).build());
  }
}
