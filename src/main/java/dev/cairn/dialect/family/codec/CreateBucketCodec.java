package dev.cairn.dialect.family.codec;

import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** CreateBucket, the region in a document: which names there are is each vendor's own business. */
public final class CreateBucketCodec implements Codec<CreateBucket, CreateBucketResult> {
  private static final int MAXIMUM_BYTES = 64 * 1024;
  private static final Pattern REGION = Pattern.compile("EU|[a-z0-9]+(-[a-z0-9]+)*");

  private final DocumentClaims claims;
  private final AclHeaders acls;
  private final Regions regions;
  private final Predicate<BucketName> names;
  private final Predicate<Bucket> again;
  private final Set<String> constraints;

  /**
   * @param names which the vendor gives to buckets
   * @param again whether an owner may make this bucket of theirs a second time
   */
  public CreateBucketCodec(
      Vocabulary words, Regions regions, Predicate<BucketName> names, Predicate<Bucket> again) {
    this(words, regions, names, again, Set.of("LocationConstraint"));
  }

  /**
   * @param constraints elements of which one may name the region
   */
  public CreateBucketCodec(
      Vocabulary words,
      Regions regions,
      Predicate<BucketName> names,
      Predicate<Bucket> again,
      Set<String> constraints) {
    this.constraints = Set.copyOf(constraints);
    this.claims = new DocumentClaims(words);
    this.acls = new AclHeaders(words.acls());
    this.regions = regions;
    this.names = names;
    this.again = again;
  }

  @Override
  public Decoded<CreateBucket> decode(RequestHead head) {
    BucketName name = head.address().bucket().orElseThrow();
    if (!names.test(name)) {
      throw new Failure.InvalidBucketName(name.value()).exception();
    }
    Acl acl = acls.ofBucket(head.headers()).orElse(Acl.PRIVATE);
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.of(head.headers()),
            document -> new CreateBucket(name, BucketSettings.in(region(document)).withAcl(acl))));
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
      if (constraints.contains(xml.name())) {
        region = xml.text().strip();
        continue;
      }
      switch (xml.name()) {
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
    if (!result.created() && !again.test(result.bucket())) {
      throw new Failure.BucketAlreadyOwnedByYou(result.bucket().name()).exception();
    }
    return Answer.empty(
        200, Headers.builder().add("Location", "/" + result.bucket().name()).build());
  }
}
