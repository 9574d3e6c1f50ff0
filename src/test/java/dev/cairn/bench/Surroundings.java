package dev.cairn.bench;

import java.nio.file.Path;

/**
 * What the cases work with.
 *
 * @param bucket where they put their objects, each below a prefix of its own
 * @param files where they keep what they send
 */
record Surroundings(
    Options options, MeasuredCairn cairn, Nginx nginx, Pgbench pgbench, String bucket, Path files) {
  static final int CORES = Runtime.getRuntime().availableProcessors();

  String target(String key) {
    return "/" + bucket + "/" + key;
  }
}
