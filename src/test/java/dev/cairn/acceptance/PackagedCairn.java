package dev.cairn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.boot.postgres.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The packaged application as a process of its own, as an operator starts it. */
public final class PackagedCairn implements AutoCloseable {
  public static final String ACCESS_KEY_ID = "AKIDPACKAGED00000001";
  public static final String SECRET_ACCESS_KEY = "packaged/secret+of-the-root-account00000";
  public static final Duration BODY_TIMEOUT = Duration.ofSeconds(5);

  private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static PackagedCairn shared;

  private final Start start;
  private final Process process;
  private final Path log;
  private final int port;
  private final int managementPort;

  private PackagedCairn(Start start, Process process, Path log, int port, int managementPort) {
    this.start = start;
    this.process = process;
    this.log = log;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** The one that all suites of this JVM use; it ends with the JVM. */
  public static synchronized PackagedCairn shared() {
    if (shared == null) {
      Path folder = newFolder();
      shared = in(folder).start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    shared.close();
                    deleteTree(folder);
                  },
                  "packaged-cairn-end"));
    }
    return shared;
  }

  /** A start on this data folder, with a private PostgreSQL. */
  public static Start in(Path dataFolder) {
    return new Start(dataFolder);
  }

  public static Path newFolder() {
    try {
      return Files.createTempDirectory("cairn-packaged-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void deleteTree(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another process on the same data folder and database. */
  public PackagedCairn replica() {
    Start another = in(start.dataFolder);
    another.environment.putAll(start.environment);
    return another.database(database()).start();
  }

  public RunningCairn running() {
    return new RunningCairn(port, ACCESS_KEY_ID, SECRET_ACCESS_KEY, start.dataFolder, database());
  }

  private DatabaseUrl database() {
    return start.database.orElseGet(this::privateDatabase);
  }

  /** As the private PostgreSQL itself wrote it down. */
  private DatabaseUrl privateDatabase() {
    Path home = start.dataFolder.resolve("postgres");
    try {
      String password = Files.readString(home.resolve("password")).strip();
      int port = Integer.parseInt(markOfPostgres(3));
      return new DatabaseUrl("127.0.0.1", port, "cairn", password, "cairn", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String markOfPostgres(int line) throws IOException {
    Path mark = start.dataFolder.resolve("postgres/data/postmaster.pid");
    return Files.readAllLines(mark).get(line).strip();
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a power failure would, PostgreSQL too where it is private. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> others =
        Stream.concat(process.descendants(), postgres().stream().flatMap(PackagedCairn::family))
            .toList();
    process.destroyForcibly().waitFor();
    others.forEach(ProcessHandle::destroyForcibly);
  }

  private static Stream<ProcessHandle> family(ProcessHandle first) {
    return Stream.concat(Stream.of(first), first.descendants());
  }

  /** Ends it alone, and leaves a private PostgreSQL behind. */
  public void killAlone() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends the first process of its private PostgreSQL; the others see that and end too. */
  public void killPostgres() {
    postgres().orElseThrow().destroyForcibly();
  }

  /** The first process of its private PostgreSQL, where it has one: it is not its child. */
  private Optional<ProcessHandle> postgres() {
    try {
      return ProcessHandle.of(Long.parseLong(markOfPostgres(0)))
          .filter(found -> found.info().command().orElse("").endsWith("/postgres"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Waits until it ends, which somebody else is to bring about. Returns its status. */
  public int awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw new AssertionError("it does not end, see " + log);
    }
    return process.exitValue();
  }

  /** Asks it to stop, and waits for nothing. */
  public void terminate() {
    process.destroy();
  }

  /** What the readiness check answers; 0 when nothing does. */
  public int readiness() throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Ends it as an operator does, and sees that PostgreSQL has gone too. */
  @Override
  public void close() {
    process.destroy();
    try {
      boolean ended = process.waitFor(90, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("ends in time, see %s", log).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (start.database.isEmpty()) {
      assertThat(start.dataFolder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
  }

  /** What a start is given. */
  public static final class Start {
    private final Path dataFolder;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private boolean smallHeap = true;
    private boolean asMakeRun = true;
    private Optional<DatabaseUrl> database = Optional.empty();

    private Start(Path dataFolder) {
      this.dataFolder = dataFolder;
      environment.put("CAIRN_ROOT_ACCESS_KEY_ID", ACCESS_KEY_ID);
      environment.put("CAIRN_ROOT_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
      environment.put("CAIRN_BODY_TIMEOUT", BODY_TIMEOUT.toString());
      environment.put("CAIRN_GARBAGE_DELAY", "2s");
    }

    public Start environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    public Start jvm(String option) {
      options.add(option);
      return this;
    }

    /** Nothing is set but where things are and who root is, and the JVM has its own defaults. */
    public Start asUsersDo() {
      environment.remove("CAIRN_BODY_TIMEOUT");
      environment.remove("CAIRN_GARBAGE_DELAY");
      smallHeap = false;
      return this;
    }

    /** For many short runs; without the compiler that vectors need. */
    public Start quick() {
      asMakeRun = false;
      return jvm("-Xmx256m").jvm("-XX:TieredStopAtLevel=1").jvm("-XX:+UseSerialGC");
    }

    /** Words in front of the command. */
    public Start behind(String... words) {
      before.addAll(List.of(words));
      return this;
    }

    public Start database(DatabaseUrl url) {
      database = Optional.of(url);
      environment.put("CAIRN_DATABASE_URL", url.secret());
      return this;
    }

    /** Starts it and waits until it is ready. */
    public PackagedCairn start() {
      try {
        int[] ports = freePorts();
        Path log = Path.of("target", "packaged-" + STARTED.incrementAndGet() + ".log");
        ProcessBuilder command = new ProcessBuilder(command());
        command.environment().keySet().removeIf(name -> name.startsWith("CAIRN_"));
        command.environment().putAll(environment);
        command.environment().put("CAIRN_DATA_DIR", dataFolder.toString());
        command.environment().put("CAIRN_PORT", Integer.toString(ports[0]));
        command.environment().put("CAIRN_MANAGEMENT_PORT", Integer.toString(ports[1]));
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = command.start();
        process.getOutputStream().close();
        PackagedCairn cairn = new PackagedCairn(this, process, log, ports[0], ports[1]);
        cairn.awaitReady();
        return cairn;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<String> command() {
      List<String> command = new ArrayList<>(before);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      if (asMakeRun) {
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        if (options.stream().noneMatch(option -> option.matches("-XX:\\+Use.*GC"))) {
          command.add("-XX:+UseParallelGC");
        }
        if (hasHugePages()) {
          command.add("-XX:+UseTransparentHugePages");
        }
      }
      command.addAll(options.isEmpty() && smallHeap ? List.of("-Xmx256m") : options);
      command.add("-jar");
      command.add(System.getProperty("cairn.packaged.jar"));
      return command;
    }
  }

  private static boolean hasHugePages() {
    try {
      return Files.readString(HUGE_PAGES).matches("(?s).*\\[(always|madvise)].*");
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitReady() {
    try {
      await()
          .atMost(START_PATIENCE)
          .pollInSameThread()
          .failFast(() -> !process.isAlive())
          .until(() -> readiness() == 200);
    } catch (
        Throwable e) { // an interruption too: nobody else stops a process that is not ready yet
      process.destroyForcibly();
      throw new IllegalStateException("does not become ready, see " + log + ":\n" + log(), e);
    }
  }

  /** Two, held at the same time, since one by one they may be the same. */
  private static int[] freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket data = new ServerSocket(0, 1, loopback);
        ServerSocket management = new ServerSocket(0, 1, loopback)) {
      return new int[] {data.getLocalPort(), management.getLocalPort()};
    }
  }
}
