package dev.cairn.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A setting that is given as it is, or in a file, so that it need not stand in the environment. */
final class GivenSecret {

  private GivenSecret() {}

  static Optional<String> of(String property, Optional<String> value, Optional<Path> file) {
    if (value.isPresent() && file.isPresent()) {
      throw SettingsReader.refused(
          property, "is given together with " + SettingsReader.variable(property) + "_FILE");
    }
    return file.map(path -> read(property, path)).or(() -> value.map(String::strip));
  }

  private static String read(String property, Path file) {
    String content;
    try {
      content = Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartException(SettingsReader.variable(property) + "_FILE: cannot read " + file, e);
    }
    if (content.isEmpty()) {
      throw SettingsReader.refused(property + "-file", file + " is empty");
    }
    return content;
  }
}
