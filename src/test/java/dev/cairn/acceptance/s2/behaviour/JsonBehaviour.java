package dev.cairn.acceptance.s2.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.WireAnswer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/** Listings in JSON, for who asks for them. */
interface JsonBehaviour extends UsesS2 {
  String DATE = "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} UTC";

  private JsonObject ask(String target) {
    WireAnswer answer = send(v4().sign(atS2("GET", target)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    return new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  default void listsBuckets() {
    String bucket = freshBucket();

    JsonObject listed = ask("/?formatter=json");

    assertThat(listed.getJsonObject("Owner").fieldNames()).containsExactly("DisplayName", "ID");
    assertThat(listed.getJsonObject("Owner").getString("ID")).isEqualTo(userName());
    JsonArray all = listed.getJsonObject("Buckets").getJsonArray("Bucket");
    JsonObject mine =
        all.stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("Name").equals(bucket))
            .findFirst()
            .orElseThrow();
    assertThat(mine.fieldNames()).containsExactly("CreationDate", "Name");
    assertThat(mine.getString("CreationDate")).matches(DATE);
  }

  @Test
  default void listsObjects() {
    // Given
    String bucket = freshBucket();
    for (String key : List.of("html/a/1", "html/b", "html/c", "other")) {
      s2().putObject(
              r ->
                  r.bucket(bucket)
                      .key(key)
                      .contentType("text/html")
                      .checksumAlgorithm(ChecksumAlgorithm.SHA1),
              RequestBody.fromString("hello"));
    }

    // When
    JsonObject page = ask("/" + bucket + "?delimiter=/&formatter=json&max-keys=2&prefix=html/");
    JsonObject rest = ask("/" + bucket + "?formatter=json&marker=html/b&prefix=html/");

    // Then
    assertThat(page.fieldNames())
        .containsExactly(
            "Delimiter",
            "Prefix",
            "CommonPrefixes",
            "Marker",
            "ContentsQuantity",
            "CommonPrefixesQuantity",
            "NextMarker",
            "IsTruncated",
            "Contents");
    assertThat(page.getJsonArray("CommonPrefixes"))
        .isEqualTo(new JsonArray().add(new JsonObject(Map.of("Prefix", "html/a/"))));
    assertThat(page.getValue("Marker")).isNull();
    assertThat(page.getInteger("ContentsQuantity")).isEqualTo(1);
    assertThat(page.getInteger("CommonPrefixesQuantity")).isEqualTo(1);
    assertThat(page.getString("NextMarker")).isEqualTo("html/b");
    assertThat(page.getBoolean("IsTruncated")).isTrue();
    JsonObject entry = page.getJsonArray("Contents").getJsonObject(0);
    assertThat(entry.fieldNames())
        .containsExactly(
            "SHA1",
            "Name",
            "Expiration-Time",
            "Last-Modified",
            "Owner",
            "MD5",
            "Content-Type",
            "Size");
    assertThat(entry.getString("SHA1")).isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
    assertThat(entry.getString("Name")).isEqualTo("html/b");
    assertThat(entry.getValue("Expiration-Time")).isNull();
    assertThat(entry.getString("Last-Modified")).matches(DATE);
    assertThat(entry.getString("Owner")).isEqualTo(userName());
    assertThat(entry.getString("MD5")).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(entry.getString("Content-Type")).isEqualTo("text/html");
    assertThat(entry.getInteger("Size")).isEqualTo(5);
    assertThat(rest.getBoolean("IsTruncated")).isFalse();
    assertThat(rest.getValue("NextMarker")).isNull();
    assertThat(rest.getValue("Delimiter")).isNull();
    assertThat(rest.getJsonArray("Contents").getJsonObject(0).getString("Name"))
        .isEqualTo("html/c");
  }

  @Test
  default void errorsStayXml() {
    WireAnswer answer = send(v4().sign(atS2("GET", "/no-such-bucket-s2?formatter=json")));

    UsesS2.assertRefused(answer, 404, "NoSuchBucket");
  }

  @Test
  default void refusesJsonWhereThereIsNone() {
    String bucket = freshBucket();

    WireAnswer answer = send(v4().sign(atS2("GET", "/" + bucket + "?formatter=json&list-type=2")));

    UsesS2.assertRefused(answer, 501, "NotImplemented");
  }
}
