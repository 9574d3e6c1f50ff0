package dev.cairn.dialect.oss;

import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.core.bucket.CreateBucket;
import dev.cairn.core.bucket.CreateBucketResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.StorageClassWords;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclHeaders;
import dev.cairn.dialect.family.codec.DocumentClaims;
import dev.cairn.model.Acl;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.StorageClass;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlReader;
import java.util.Optional;
import java.util.Set;

/** CreateBucket: its document speaks of storage, and an owner may make a bucket again. */
final class OssCreateBucketCodec implements Codec<CreateBucket, CreateBucketResult> {
  private static final int MAXIMUM_BYTES = 64 * 1024;
  private static final Set<String> REDUNDANCIES = Set.of("LRS", "ZRS");

  private final DocumentClaims claims;
  private final AclHeaders acls;
  private final OssLocations locations;
  private final StorageClassWords classes;

  OssCreateBucketCodec(Vocabulary words, OssLocations locations) {
    this.claims = new DocumentClaims(words);
    this.acls = new AclHeaders(words.acls());
    this.locations = locations;
    this.classes = words.storageClasses();
  }

  @Override
  public Decoded<CreateBucket> decode(RequestHead head) {
    BucketName name = head.address().bucket().orElseThrow();
    if (!OssBucketNames.allow(name)) {
      throw new Failure.InvalidBucketName(name.value()).exception();
    }
    Optional<Acl> acl = acls.ofBucket(head.headers());
    return Decoded.awaiting(
        new Decoded.Rest.Document<>(
            MAXIMUM_BYTES,
            claims.of(head.headers()),
            document -> input(name, settings(document), acl)));
  }

  /** A list that is stated is set, even if the bucket is there already. */
  private static CreateBucket input(BucketName name, BucketSettings settings, Optional<Acl> acl) {
    return new CreateBucket(name, settings.withAcl(acl.orElse(Acl.PRIVATE)), acl.isPresent());
  }

  private BucketSettings settings(byte[] document) {
    return document.length == 0
        ? BucketSettings.in("")
        : XmlReader.parse(document, "CreateBucketConfiguration", this::configuration);
  }

  private BucketSettings configuration(XmlReader xml) {
    String region = "";
    Optional<StorageClass> storageClass = Optional.empty();
    while (xml.next()) {
      String element = xml.name();
      switch (element) {
        case "LocationConstraint" -> region = locations.region(xml.text().strip());
        case "StorageClass" ->
            storageClass = Optional.of(storageClass(element, xml.text().strip()));
        case "DataRedundancyType" -> checkRedundancy(element, xml.text().strip());
        default -> throw xml.malformed("CreateBucketConfiguration has no " + element);
      }
    }
    return BucketSettings.in(region).withStorageClass(storageClass);
  }

  private StorageClass storageClass(String element, String word) {
    return classes
        .parse(word)
        .orElseThrow(() -> new Failure.InvalidArgument(element, word, "").exception());
  }

  private static void checkRedundancy(String element, String word) {
    if (!REDUNDANCIES.contains(word)) {
      throw new Failure.InvalidArgument(element, word, "").exception();
    }
    if (!word.equals("LRS")) {
      throw new Failure.NotImplemented(element + ": " + word).exception();
    }
  }

  @Override
  public Answer encode(CreateBucketResult result, Exchange<CreateBucket> exchange) {
    return Answer.empty(
        200, Headers.builder().add("Location", "/" + result.bucket().name()).build());
  }
}
