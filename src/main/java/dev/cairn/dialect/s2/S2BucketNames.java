package dev.cairn.dialect.s2;

import dev.cairn.model.BucketName;
import java.util.regex.Pattern;

/** Which names S2 gives to buckets. Checked when a bucket is made, never afterwards. */
public final class S2BucketNames {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 63;
  private static final Pattern PLAIN = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

  /** A name of the domain name system: labels, of which the last is none of an address. */
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");

  private S2BucketNames() {}

  public static boolean allow(BucketName bucket) {
    String name = bucket.value();
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && (PLAIN.matcher(name).matches() || DOMAIN.matcher(name).matches());
  }
}
