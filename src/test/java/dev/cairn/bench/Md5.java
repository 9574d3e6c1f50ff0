package dev.cairn.bench;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit of uploads: their ETag is an MD5, and here it is computed over memory alone. */
final class Md5 {
  private static final int BUFFER_MEBIBYTES = 16;
  private static final Pattern OPENSSL = Pattern.compile("(?mi)^md5 +([0-9.]+)k");

  private Md5() {}

  /** So many threads digest so many MiB each. */
  static Measurement measure(int threads, int mebibytes) throws Exception {
    byte[] bytes = new byte[BUFFER_MEBIBYTES << 20];
    new Random(1).nextBytes(bytes);
    int times = Math.max(1, mebibytes / BUFFER_MEBIBYTES);
    double seconds =
        Parallel.seconds(
            threads,
            number -> {
              MessageDigest digest = MessageDigest.getInstance("MD5");
              for (int i = 0; i < times; i++) {
                digest.update(bytes);
              }
              digest.digest();
            });
    return new Measurement((double) threads * times * BUFFER_MEBIBYTES, seconds);
  }

  /** What openssl makes of one core, in words, to see that the limit is one; empty without it. */
  static String byOpenssl() throws InterruptedException {
    try {
      String said =
          Output.of("openssl", "speed", "-seconds", "1", "-bytes", "1048576", "-evp", "md5");
      Matcher thousands = OPENSSL.matcher(said);
      return thousands.find()
          ? String.format(
              Locale.ROOT,
              ", MD5 by openssl %.0f MiB/s",
              Double.parseDouble(thousands.group(1)) * 1000 / (1 << 20))
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
