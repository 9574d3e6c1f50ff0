package dev.cairn.dialect.obs;

import dev.cairn.model.BucketName;
import java.util.regex.Pattern;

/** Which names OBS gives to buckets. Checked when a bucket is made, never afterwards. */
public final class ObsBucketNames {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private ObsBucketNames() {}

  public static boolean allow(BucketName bucket) {
    String name = bucket.value();
    return SHAPE.matcher(name).matches()
        && !name.contains("..")
        && !name.contains(".-")
        && !name.contains("-.")
        && !IPV4.matcher(name).matches();
  }
}
