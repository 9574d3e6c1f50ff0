package dev.cairn.acceptance.durability;

import dev.cairn.acceptance.durability.Strace.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes from a folder what a power cut may take: everything that was not synced. Bytes of a file
 * without a later sync of it, names without a later sync of their folder; and a file whose removal
 * was not synced comes back, empty.
 *
 * @param seen what was done to the folder since it was last whole
 * @param root the folder, which is itself durable
 */
record PowerCut(Strace seen, Path root) {

  /** Everything below a folder, itself not. */
  static Set<Path> below(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return new HashSet<>(all.filter(path -> !path.equals(root)).toList());
    }
  }

  /**
   * @param before what was durable when the calls began
   * @return what was taken or came back, in words
   */
  List<String> happen(Set<Path> before) throws IOException {
    List<String> losses = new ArrayList<>();
    List<Path> there = new ArrayList<>(below(root));
    there.sort(Comparator.reverseOrder()); // what lies in a folder goes before it
    for (Path path : there) {
      if (!before.contains(path) && !isNamed(path)) {
        losses.add("name of " + path);
        removeTree(path);
      } else if (Files.isRegularFile(path)
          && !before.contains(path)
          && !seen.areBytesSynced(path, Integer.MAX_VALUE)) {
        losses.add("bytes of " + path);
        Files.write(path, new byte[0]);
      }
    }
    for (Call call : seen.calls()) {
      Optional<Path> removed = call.removed().filter(path -> path.startsWith(root));
      if (removed.isPresent() && !seen.isNameSynced(call, removed.get(), Integer.MAX_VALUE)) {
        losses.add("removal of " + removed.get());
        comeBack(removed.get());
      }
    }
    return losses;
  }

  private boolean isNamed(Path path) {
    return seen.calls().stream()
        .filter(call -> call.made().equals(Optional.of(path)))
        .anyMatch(call -> seen.isNameSynced(call, path, Integer.MAX_VALUE));
  }

  private static void comeBack(Path file) throws IOException {
    if (Files.isDirectory(file.getParent()) && Files.notExists(file)) {
      Files.createFile(file);
    }
  }

  private static void removeTree(Path path) throws IOException {
    try (var all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
