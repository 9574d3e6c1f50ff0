package dev.cairn.persistence;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** Rows of uploads and their parts as records of the model. */
final class UploadRows {
  static final String COLUMNS =
      """
      u.id, u.initiated_at, u.initiator, u.headers, u.user_metadata, u.storage_class,
      u.owner, u.acl, u.tags, u.redirect, u.checksum_algorithm, u.checksum_type, a.display_name, a.email\
      """;

  /** Uploads {@code u}. The initiator may be deleted since. */
  static final String SELECT =
      "SELECT u.key, " + COLUMNS + " FROM uploads u LEFT JOIN accounts a ON a.id = u.initiator";

  static final String PART_COLUMNS = "number, size, md5, checksums, modified";

  private UploadRows() {}

  static Upload upload(Row row) {
    return new Upload(
        new UploadId(row.getUUID("id")),
        new ObjectKey(row.getString("key")),
        Rows.instant(row, "initiated_at"),
        new Account(
            new AccountId(row.getString("initiator")),
            orEmpty(row.getString("display_name")),
            orEmpty(row.getString("email"))),
        Rows.metadata(row),
        Optional.ofNullable(row.getString("checksum_algorithm"))
            .map(
                algorithm ->
                    new Upload.ChecksumPlan(
                        DigestAlgorithm.valueOf(algorithm),
                        Checksum.Type.valueOf(row.getString("checksum_type")))));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  static Part part(Row row) {
    return new Part(
        row.getInteger("number"),
        row.getLong("size"),
        row.getBuffer("md5").getBytes(),
        Rows.instant(row, "modified"),
        MetadataJson.checksums(row.getJsonArray("checksums")));
  }
}
