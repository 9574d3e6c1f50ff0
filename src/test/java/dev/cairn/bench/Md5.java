package dev.cairn.bench;

import java.security.MessageDigest;
import java.util.Random;

/** The limit of uploads: their ETag is an MD5, and here it is computed over memory alone. */
final class Md5 {
  private static final int BUFFER_MEBIBYTES = 16;

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
}
