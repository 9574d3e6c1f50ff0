package dev.cairn.acceptance.onestore;

import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.UsesCairn;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A client of each vendor's, all at one Cairn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Vendors implements UsesCairn {
  private final Map<Vendor, StoreClient> clients = new EnumMap<>(Vendor.class);

  final StoreClient at(Vendor vendor) {
    return clients.computeIfAbsent(vendor, v -> v.client(cairn()));
  }

  @AfterAll
  final void closeClients() {
    clients.values().forEach(StoreClient::close);
  }

  /** A bucket that this vendor's client makes. */
  final String bucketOf(Vendor maker) {
    String name = "one-" + UUID.randomUUID();
    at(maker).createBucket(name);
    return name;
  }

  /** The same digits, in the reader's letter case. */
  static String asReadBy(Vendor reader, String eTag) {
    return reader.upperCase ? eTag.toUpperCase(Locale.ROOT) : eTag.toLowerCase(Locale.ROOT);
  }

  static byte[] joined(List<byte[]> bodies) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    bodies.forEach(all::writeBytes);
    return all.toByteArray();
  }

  static byte[] cut(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
