package dev.cairn.acceptance;

import dev.cairn.boot.postgres.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;

/**
 * A Cairn that runs somewhere, the root credentials to it, and the way in from behind: what it
 * keeps, where a test wants to see that nothing is left.
 */
public record RunningCairn(
    int port, String accessKeyId, String secretAccessKey, Path dataFolder, DatabaseUrl database) {
  /** Path style. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Virtual-host style: the bucket's name goes in front. */
  public URI domain(String suffix) {
    return URI.create("http://" + suffix + ":" + port);
  }
}
