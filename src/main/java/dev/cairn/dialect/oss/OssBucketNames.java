package dev.cairn.dialect.oss;

import dev.cairn.model.BucketName;
import java.util.regex.Pattern;

/** Which names OSS gives to buckets. Checked when a bucket is made, never afterwards. */
public final class OssBucketNames {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  private OssBucketNames() {}

  public static boolean allow(BucketName bucket) {
    return SHAPE.matcher(bucket.value()).matches();
  }
}
