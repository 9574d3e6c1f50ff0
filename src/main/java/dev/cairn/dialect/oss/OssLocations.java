package dev.cairn.dialect.oss;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.model.Bucket;
import dev.cairn.model.Failure;
import dev.cairn.protocol.XmlWriter;
import java.util.regex.Pattern;

/** Regions as OSS writes them: {@code oss-} stands before each. */
record OssLocations(Regions regions) {
  private static final String PREFIX = "oss-";
  private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 63;

  String of(Bucket bucket) {
    return PREFIX + regions.of(bucket);
  }

  /**
   * The region of a location.
   *
   * @throws dev.cairn.model.FailureException InvalidLocationConstraint
   */
  String region(String location) {
    if (location.isEmpty()) {
      return "";
    }
    String region = location.startsWith(PREFIX) ? location.substring(PREFIX.length()) : location;
    boolean elsewhere =
        regions.configured().isPresent() && !regions.configured().get().equals(region);
    if (elsewhere || region.length() > LONGEST || !REGION.matcher(region).matches()) {
      throw new Failure.InvalidLocationConstraint(location).exception();
    }
    return region;
  }

  /** Where a bucket is, and how it is reached: here, from within and from without. */
  void write(XmlWriter xml, Bucket bucket, RequestHead head) {
    String endpoint = endpoint(head);
    xml.element("ExtranetEndpoint", endpoint)
        .element("IntranetEndpoint", endpoint)
        .element("Location", of(bucket));
  }

  private static String endpoint(RequestHead head) {
    String host = head.raw().host();
    return head.address().hostStyle()
        ? host.substring(head.address().bucket().orElseThrow().value().length() + 1)
        : host;
  }
}
