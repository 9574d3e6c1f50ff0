package dev.cairn.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx on a configuration of its own: what serving the same files costs at least. */
final class Nginx implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      daemon off;
      worker_processes %d;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      %3$s
      events { worker_connections 512; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000000;
        client_body_temp_path %2$s/temporary;
        proxy_temp_path %2$s/temporary;
        fastcgi_temp_path %2$s/temporary;
        uwsgi_temp_path %2$s/temporary;
        scgi_temp_path %2$s/temporary;
        server { listen 127.0.0.1:%4$d; root %2$s/files; }
      }
      """;

  private final Process process;
  private final Path files;
  private final int port;

  private Nginx(Process process, Path files, int port) {
    this.process = process;
    this.files = files;
    this.port = port;
  }

  static Nginx in(Path folder) throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("files"));
    int port = freePort();
    // Started by root, its workers would be somebody who may not read this folder.
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    Path configuration = folder.resolve("nginx.conf");
    int cores = Runtime.getRuntime().availableProcessors();
    Files.writeString(configuration, CONFIGURATION.formatted(cores, folder, user, port));
    Process process =
        new ProcessBuilder("nginx", "-e", folder + "/error.log", "-c", configuration.toString())
            .inheritIO()
            .start();
    Nginx nginx = new Nginx(process, files, port);
    nginx.awaitReady();
    return nginx;
  }

  private void awaitReady() throws InterruptedException {
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    throw new IllegalStateException("nginx does not start");
  }

  int port() {
    return port;
  }

  /** Where a file is served from. */
  Path file(String name) {
    return files.resolve(name);
  }

  static byte[] get(String name) {
    return ("GET /" + name + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] range(String name, long first, long last) {
    return ("GET /%s HTTP/1.1\r\nHost: localhost\r\nRange: bytes=%d-%d\r\n\r\n")
        .formatted(name, first, last)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
