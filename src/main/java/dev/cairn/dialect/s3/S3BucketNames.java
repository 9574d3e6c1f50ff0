package dev.cairn.dialect.s3;

import dev.cairn.model.BucketName;
import java.util.regex.Pattern;

/** Which names S3 gives to buckets. Checked when a bucket is made, never afterwards. */
public final class S3BucketNames {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private S3BucketNames() {}

  public static boolean allow(BucketName bucket) {
    String name = bucket.value();
    boolean reserved = name.startsWith("xn--") || name.endsWith("-s3alias");
    return SHAPE.matcher(name).matches()
        && !name.contains("..")
        && !IPV4.matcher(name).matches()
        && !reserved;
  }
}
