package dev.cairn.dialect.family.codec;

import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import java.util.regex.Pattern;

/** Versions as clients name them: in a bucket without versioning there is only {@code null}. */
final class VersionIds {
  static final String PARAMETER = "versionId";
  static final String ONLY = "null";

  /** What a version id looks like at all; anything else never named one. */
  private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9._-]{16,64}");

  void check(ObjectKey key, String version) {
    if (version.equals(ONLY)) {
      return;
    }
    if (PLAUSIBLE.matcher(version).matches()) {
      throw new Failure.NoSuchVersion(key, version).exception();
    }
    String reason =
        version.isEmpty()
            ? "Version id cannot be the empty string"
            : "Invalid version id specified";
    throw new Failure.InvalidArgument(PARAMETER, version, reason).exception();
  }
}
