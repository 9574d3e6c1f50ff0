package dev.cairn.gateway;

import static org.awaitility.Awaitility.await;

import dev.cairn.model.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What a client sees of the door and the stages, byte for byte. */
abstract class DoorSuite {
  static final String HOST = "Host: localhost";
  static final String OWNER = "x-key: AKID";

  static ToyService service;
  RawClient client;

  @BeforeAll
  static void start() {
    service = new ToyService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void connect() {
    service.store.pause = Duration.ZERO;
    service.store.objects.clear();
    client = service.connect();
  }

  @AfterEach
  void everySlabIsBack() {
    client.close();
    await().atMost(Duration.ofSeconds(5)).until(() -> service.slabs.lent() == 0);
  }

  static String stored(String key) {
    return new String(service.store.objects.get(new ObjectKey(key)), StandardCharsets.UTF_8);
  }

  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
