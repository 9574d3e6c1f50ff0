package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.Part;
import dev.cairn.model.UploadId;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an earlier version stored is there for today's. */
class MigrationTest {
  /** With all that base64 has: plus, slash and padding; and longer than a line of PostgreSQL's. */
  private static final byte[] SHORT = {(byte) 0xfb, (byte) 0xef, (byte) 0xbe, (byte) 0xff};

  private static final byte[] LONG = new byte[64];

  @Test
  void partsKeepTheirChecksums() {
    try (TestDatabase database = TestDatabase.of("5")) {
      // Given
      UUID upload = UUID.randomUUID();
      upload(database, upload);
      part(database, upload, 1, "CRC32", SHORT);
      part(database, upload, 2, "SHA256", LONG);
      part(database, upload, 3, null, null);

      // When
      database.migrate();

      // Then
      List<Part> parts =
          await(new PgUploadCatalog(database.database()).listParts(new UploadId(upload), 0, 10));
      assertThat(parts).extracting(Part::number).containsExactly(1, 2, 3);
      assertThat(parts.get(0).checksums())
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactly(Checksum.ofBytes(DigestAlgorithm.CRC32, SHORT));
      assertThat(parts.get(1).checksums())
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactly(Checksum.ofBytes(DigestAlgorithm.SHA256, LONG));
      assertThat(parts.get(2).checksums()).isEmpty();
    }
  }

  private static void upload(TestDatabase database, UUID upload) {
    database.run("INSERT INTO accounts (id, display_name, email) VALUES ('owner', '', '')");
    database.run(
        "INSERT INTO buckets (id, name, owner, region, created_at)"
            + " VALUES (1, 'bucket', 'owner', '', now())");
    database.run(
        "INSERT INTO uploads (id, bucket_id, key, initiated_at, initiator)"
            + " VALUES ($1, 1, 'k', now(), 'owner')",
        upload);
  }

  private static void part(
      TestDatabase database, UUID upload, int number, String algorithm, byte[] checksum) {
    database.run(
        "INSERT INTO parts (owner_id, number, size, md5, checksum_algorithm, checksum, modified,"
            + " inline) VALUES ($1, $2, 0, $3, $4, $5, now(), $6)",
        upload,
        number,
        Buffer.buffer(new byte[16]),
        algorithm,
        checksum == null ? null : Buffer.buffer(checksum),
        Buffer.buffer());
  }
}
