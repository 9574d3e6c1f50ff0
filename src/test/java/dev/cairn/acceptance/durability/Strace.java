package dev.cairn.acceptance.durability;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process and its children asked of the kernel, as {@code strace} wrote it down, in the
 * order in which the calls ended.
 */
record Strace(List<Call> calls) {
  private static final String TRACED =
      "trace=open,openat,mkdir,mkdirat,link,linkat,rename,renameat,renameat2,unlink,unlinkat,"
          + "fsync,fdatasync,"
          + "write,writev,pwrite64,pwritev,sendto,sendmsg,sendfile";

  private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
  private static final Pattern BEGUN =
      Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
  private static final Pattern ENDED =
      Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+).*");

  private static final Pattern FILE = Pattern.compile("\\d+<(TCP.*?]|[^>]*)>.*");
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");

  /**
   * A call that succeeded.
   *
   * @param begun the line on which it began
   * @param ended the line on which it ended
   * @param result what it returned
   */
  record Call(String name, String arguments, int begun, int ended, long result) {
    /** What its first argument, a descriptor, is of: a path, or the ends of a connection. */
    String file() {
      Matcher matcher = FILE.matcher(arguments);
      return matcher.matches() ? decoded(matcher.group(1)) : "";
    }

    /** The strings among its arguments: paths, or what was written, a character for each byte. */
    List<String> texts() {
      return TEXT.matcher(arguments)
          .results()
          .map(found -> new String(unhexed(found.group(1)), StandardCharsets.ISO_8859_1))
          .toList();
    }

    String text() {
      return String.join("", texts());
    }

    /**
     * The path that is there since then: of a file that was made, linked or renamed, or a folder.
     */
    Optional<Path> made() {
      boolean makes =
          name.startsWith("mkdir")
              || isAnotherName()
              || (name.startsWith("open") && arguments.contains("O_CREAT"));
      return makes ? Optional.of(Path.of(texts().getLast())) : Optional.empty();
    }

    /** Whether what is made was there before, under the first of its paths. */
    boolean isAnotherName() {
      return name.startsWith("link") || name.startsWith("rename");
    }

    Optional<Path> removed() {
      boolean removes = name.startsWith("unlink") || name.startsWith("rename");
      return removes ? Optional.of(Path.of(texts().getFirst())) : Optional.empty();
    }

    boolean isWriteTo(Path path) {
      return name.contains("write") && file().equals(path.toString());
    }

    boolean isSyncOf(Path path) {
      return isSync() && file().equals(path.toString());
    }

    /** Whether it began only after the other had ended. */
    boolean isAfter(Call other) {
      return begun > other.ended;
    }

    boolean isSync() {
      return name.equals("fsync") || name.equals("fdatasync");
    }

    boolean isTo(int port) {
      return file().startsWith("TCP") && file().endsWith(":" + port + "]");
    }

    boolean isFrom(int port) {
      return file().startsWith("TCP") && file().contains(":" + port + "->");
    }
  }

  /** Words to put in front of a command, which is traced with its children and stays the child. */
  static String[] into(Path trace) {
    return new String[] {
      "strace",
      "-D",
      "-f",
      "--seccomp-bpf",
      "-yy",
      "-xx",
      "-s",
      "8192",
      "-e",
      TRACED,
      "-e",
      "signal=none",
      "-o",
      trace.toString()
    };
  }

  /** Of processes that have all ended. */
  static Strace read(Path trace) throws IOException {
    await().atMost(Duration.ofMinutes(1)).until(() -> !isAtWork(trace));
    List<Call> calls = new ArrayList<>();
    Map<String, Call> unfinished = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      number++;
      Matcher begun = BEGUN.matcher(line);
      Matcher ended = ENDED.matcher(line);
      Matcher whole = WHOLE.matcher(line);
      if (begun.matches()) {
        unfinished.put(begun.group(1), new Call(begun.group(2), begun.group(3), number, 0, 0));
      } else if (ended.matches()) {
        Call begin = unfinished.remove(ended.group(1));
        calls.add(
            new Call(
                begin.name,
                begin.arguments + ended.group(3),
                begin.begun,
                number,
                Long.parseLong(ended.group(4))));
      } else if (whole.matches()) {
        long result = Long.parseLong(whole.group(4));
        calls.add(new Call(whole.group(2), whole.group(3), number, number, result));
      }
    }
    calls.removeIf(call -> call.result < 0);
    calls.sort(Comparator.comparingInt(Call::ended));
    return new Strace(List.copyOf(calls));
  }

  /** The tracer goes with the last of its processes; its words tell which one it is. */
  private static boolean isAtWork(Path trace) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().arguments().stream())
        .anyMatch(words -> List.of(words).contains(trace.toString()));
  }

  /** Whether the name that a call made, or removed, is durable before a moment. */
  boolean isNameSynced(Call call, Path path, int before) {
    return calls.stream()
        .anyMatch(
            sync -> sync.isSyncOf(path.getParent()) && sync.isAfter(call) && sync.ended() < before);
  }

  /** Whether what was written to a file, under whatever name, is durable before a moment. */
  boolean areBytesSynced(Path file, int before) {
    Optional<Call> renamed =
        calls.stream()
            .filter(call -> call.isAnotherName() && call.made().equals(Optional.of(file)))
            .findFirst();
    if (renamed.isPresent()) {
      return areBytesSynced(Path.of(renamed.get().texts().getFirst()), before);
    }
    return calls.stream()
        .filter(call -> call.isWriteTo(file) && call.ended() < before)
        .allMatch(
            write ->
                calls.stream()
                    .anyMatch(
                        sync ->
                            sync.isSyncOf(file) && sync.isAfter(write) && sync.ended() < before));
  }

  /** With {@code -xx} a path is written in hexadecimal too, but for what names a socket. */
  private static String decoded(String name) {
    return name.startsWith("\\x") ? new String(unhexed(name), StandardCharsets.UTF_8) : name;
  }

  private static byte[] unhexed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher matcher = BYTE.matcher(text);
    while (matcher.find()) {
      bytes.write(Integer.parseInt(matcher.group(1), 16));
    }
    return bytes.toByteArray();
  }
}
