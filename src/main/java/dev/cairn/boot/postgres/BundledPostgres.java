package dev.cairn.boot.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL that comes with Cairn: one archive for each kind of machine, unpacked once. */
public final class BundledPostgres {

  /** That of the archives in the build; a test holds the two equal. */
  static final String VERSION = "18.4";

  private static final int OWNER_EXECUTES = 0100;

  private BundledPostgres() {}

  /**
   * The bundled programs, unpacked below the folder unless an earlier start has done so. A power
   * cut in the middle leaves a folder of another name, which the next unpacking takes for rubbish.
   */
  public static PostgresBinaries unpackedBelow(Path folder) {
    Path installed = folder.resolve("bin-" + VERSION);
    try {
      if (!Files.isDirectory(installed)) {
        FileTree.makeFolder(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        unpack(archiveOfThisMachine(), fresh);
        FileTree.syncAll(fresh);
        moveUnlessThere(fresh, installed);
        FileTree.sync(folder);
      }
    } catch (IOException e) {
      throw new PostgresException(
          "cannot unpack the bundled PostgreSQL below " + folder + ": " + e.getMessage(), e);
    }
    return new PostgresBinaries(installed.resolve("bin"));
  }

  private static void moveUnlessThere(Path fresh, Path installed) throws IOException {
    try {
      Files.move(fresh, installed, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      FileTree.delete(fresh);
      if (!Files.isDirectory(installed)) {
        throw e;
      }
    }
  }

  private static String archiveOfThisMachine() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static void unpack(String archive, Path target) throws IOException {
    ClassLoader loader = BundledPostgres.class.getClassLoader();
    try (InputStream resource = loader.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new PostgresException(
            "no PostgreSQL is bundled for this machine ("
                + archive
                + "): set CAIRN_POSTGRES_BIN or CAIRN_DATABASE_URL");
      }
      unpack(
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource))), target);
    }
    // The owner's alone until here; the server may run as another user.
    Files.setPosixFilePermissions(target, permissions(true));
  }

  private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      Path path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("entry outside of the archive: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.createDirectories(path.getParent());
        Files.copy(tar, path);
        Files.setPosixFilePermissions(path, permissions((entry.getMode() & OWNER_EXECUTES) != 0));
      }
    }
  }

  private static Set<PosixFilePermission> permissions(boolean executable) {
    Set<PosixFilePermission> all =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (executable) {
      all.add(PosixFilePermission.OWNER_EXECUTE);
      all.add(PosixFilePermission.GROUP_EXECUTE);
      all.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return all;
  }
}
