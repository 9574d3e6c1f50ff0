package dev.cairn.boot;

import dev.cairn.boot.postgres.FileTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file that only its owner may read, made once even where several replicas start at the same
 * time.
 */
final class SecretFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private SecretFile() {}

  /** What the file holds; what is made is in the file, whole, before anyone uses it. */
  static String readOrMake(Path file, Supplier<String> content) {
    try {
      if (!Files.exists(file)) {
        make(file, content.get());
      }
      FileTree.sync(file.getParent()); // also where another replica made it just now
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartException("cannot read or make " + file + ": " + reason(e), e);
    }
  }

  private static void make(Path file, String content) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            file.getFileName() + ".",
            ".new",
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      // A link, unlike a move, does not replace what another replica has just made.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // The other replica's is as good as ours, and it is there.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
