package dev.cairn.boot.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root; started by root, it gets a user
 * namespace in which it is not, so that the files stay root's. Where no namespace may be made, it
 * runs as an ordinary user of the machine, who is then given the files.
 *
 * @param before what stands before each of PostgreSQL's commands
 * @param owner who must own the files
 */
record ServerUser(List<String> before, UserPrincipal owner) {

  private static final String ROOT = "root";

  static ServerUser choose() {
    String ourselves = System.getProperty("user.name");
    if (!ourselves.equals(ROOT)) {
      return new ServerUser(List.of(), null);
    }
    if (Command.of("unshare", "--user", "true").succeeds()) {
      return new ServerUser(List.of("unshare", "--user"), principal(ROOT).orElseThrow());
    }
    return ordinary();
  }

  /** The first of the users that a machine has for this. */
  static ServerUser ordinary() {
    return Stream.of("postgres", "nobody")
        .flatMap(name -> principal(name).map(owner -> switchedTo(name, owner)).stream())
        .filter(user -> Command.of(user.before, "true").succeeds())
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresException(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv can give it"
                        + " another user: start Cairn as an ordinary user"));
  }

  private static ServerUser switchedTo(String name, UserPrincipal owner) {
    String group = Command.of("id", "-g", name).run();
    return new ServerUser(
        List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups"), owner);
  }

  private static Optional<UserPrincipal> principal(String name) {
    try {
      return Optional.of(
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Makes the files readable by the server, whoever has run it before. */
  void own(Path folder) throws IOException {
    if (owner != null) {
      FileTree.giveTo(owner, folder);
    }
  }
}
