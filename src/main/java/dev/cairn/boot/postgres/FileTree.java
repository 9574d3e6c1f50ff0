package dev.cairn.boot.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;

/** What is done to a folder with everything in it, and what makes files and folders last. */
public final class FileTree {

  private FileTree() {}

  /** Makes the bytes of a file, or the names in a folder, last through a power cut. */
  public static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes the folder last with everything in it. */
  static void syncAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      // A link is its name alone, which its folder keeps.
      for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        sync(each);
      }
    }
  }

  /** Makes a folder and those above it that are missing, all to last. */
  public static void makeFolder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) && parent != null) {
      makeFolder(parent);
      Files.createDirectories(folder);
      sync(parent);
    }
  }

  /** Deletes the folder; one that is not there is deleted already. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives the folder to a user; asks for the right to do so only where the owner is another. */
  static void giveTo(UserPrincipal owner, Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            give(owner, directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) {
              give(owner, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void give(UserPrincipal owner, Path path) throws IOException {
    if (!Files.getOwner(path).equals(owner)) {
      Files.setOwner(path, owner);
    }
  }
}
