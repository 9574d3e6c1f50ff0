package dev.cairn.acceptance;

import java.net.URI;

/** A Cairn that runs somewhere, and the root credentials to it. */
public record RunningCairn(int port, String accessKeyId, String secretAccessKey) {
  /** Path style. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Virtual-host style: the bucket's name goes in front. */
  public URI domain(String suffix) {
    return URI.create("http://" + suffix + ":" + port);
  }
}
