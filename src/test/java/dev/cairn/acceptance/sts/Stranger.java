package dev.cairn.acceptance.sts;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** An account besides root, with one key. */
record Stranger(String account, AwsCredentialsProvider credentials, Runnable deletion) {
  void deleteKey() {
    deletion.run();
  }
}
