package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.Decoded.Source;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.AccountId;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;

/** Reads the header that names the object to copy from. */
final class CopySource {
  private static final String VERSION = "versionId=";

  private final Vocabulary words;
  private final VersionIds versions = new VersionIds();

  CopySource(Vocabulary words) {
    this.words = words;
  }

  /** {@code bucket/key}, a slash before it or not, percent-encoded, maybe with a version. */
  Source read(RequestHead head) {
    Headers headers = head.headers();
    String name = words.header("copy-source");
    String value = headers.first(name).orElse("");
    if (value.startsWith("arn:")) {
      throw new Failure.NotImplemented(name + ": " + value).exception();
    }
    int question = value.indexOf('?');
    String path = decoded(name, question < 0 ? value : value.substring(0, question));
    if (path.startsWith("/")) {
      path = path.substring(1);
    }
    int slash = path.indexOf('/');
    if (slash <= 0) {
      throw refused(name, value, "Invalid copy source bucket name");
    }
    if (slash == path.length() - 1 || path.indexOf('\0') >= 0) {
      throw refused(name, value, "Invalid copy source object key");
    }
    BucketName bucket = new BucketName(path.substring(0, slash));
    ObjectKey key = new ObjectKey(path.substring(slash + 1));
    if (question >= 0) {
      checkVersion(name, value, value.substring(question + 1), key);
    }
    return new Source(
        bucket,
        key,
        headers.first(words.header("source-expected-bucket-owner")).map(AccountId::new));
  }

  private void checkVersion(String name, String value, String query, ObjectKey key) {
    if (!query.startsWith(VERSION)) {
      throw refused(name, value, "Invalid copy source version id");
    }
    versions.check(key, decoded(name, query.substring(VERSION.length())));
  }

  private static String decoded(String name, String raw) {
    try {
      return PercentCoding.decodePath(raw);
    } catch (FailureException e) {
      throw refused(name, raw, "Invalid copy source encoding.");
    }
  }

  private static RuntimeException refused(String name, String value, String reason) {
    return new Failure.InvalidArgument(name, value, reason).exception();
  }
}
