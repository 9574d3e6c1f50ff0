package dev.cairn.boot;

import dev.cairn.dialect.obs.ObsBucketNames;
import dev.cairn.dialect.oss.OssBucketNames;
import dev.cairn.dialect.s2.S2BucketNames;
import dev.cairn.dialect.s3.S3BucketNames;
import dev.cairn.model.BucketName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds out before anything is started what would make the start fail. */
final class Preflight {

  private Preflight() {}

  static void check(Settings settings) {
    DataFolder folder = new DataFolder(settings.dataDir());
    folder.prepare();
    free("cairn.port", settings.port());
    free("cairn.management-port", settings.managementPort());
    RootCredentials.of(settings.root(), folder.path());
    GivenSecretsKey.of(settings, folder.path());
    settings.accountsFile().ifPresent(AccountsFile::read);
    bucketNames(settings);
  }

  /** The buckets to have at the start. */
  static List<BucketName> bucketNames(Settings settings) {
    try {
      return settings.buckets().orElse(List.of()).stream()
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(BucketName::new)
          .peek(Preflight::someDialectAllows)
          .toList();
    } catch (IllegalArgumentException e) {
      throw SettingsReader.refused("cairn.buckets", e.getMessage());
    }
  }

  private static void someDialectAllows(BucketName bucket) {
    if (!S3BucketNames.allow(bucket)
        && !S2BucketNames.allow(bucket)
        && !ObsBucketNames.allow(bucket)
        && !OssBucketNames.allow(bucket)) {
      throw new IllegalArgumentException(bucket.value() + " is no name that a bucket may have");
    }
  }

  private static void free(String property, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw SettingsReader.refused(property, "port " + port + " is taken: " + e.getMessage());
    }
  }
}
