package dev.cairn.acceptance.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaving the place that a name belongs to. */
interface PathAttacks extends Attacks {
  List<String> CLIMBS =
      List.of(
          "..",
          "%2e%2e",
          "%2E%2E",
          ".%2e",
          "..%2f..%2f..",
          "..%5c..%5c",
          "%252e%252e",
          "..;",
          "....//",
          "%c0%ae%c0%ae",
          "..%00");

  /**
   * CVE-2026-54917, CVE-2026-42882 and many more: two dots that one reader of a path climbs over
   * and another one does not. Here they are characters of a key like any others.
   */
  @TestFactory
  default Stream<DynamicTest> dotsInThePath() {
    String victim = victim();
    SignerV4 stranger = stranger();
    String own = bucketOf(stranger);
    return CLIMBS.stream()
        .flatMap(
            dots ->
                Stream.of(
                    "/" + own + "/" + dots + "/" + victim + "/k",
                    "/" + own + "/a/" + dots + "/" + dots + "/" + victim + "/k",
                    "/" + own + "/" + dots + "/" + dots + "/" + dots + "/etc/passwd",
                    "/" + dots + "/" + victim + "/k",
                    "//" + victim + "/k"))
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.replace(own, "own").replace(victim, "victim"),
                    () -> climb(stranger, target, victim)));
  }

  private void climb(SignerV4 stranger, String target, String victim) {
    // Given
    Map<String, Long> outside = outsideOfTheBlobs();

    // When
    WireAnswer written = send(stranger.sign(request("PUT", target).body("climbed")));
    WireAnswer read = send(stranger.sign(request("GET", target)));

    // Then
    assertShowsNothing(written);
    assertShowsNothing(read);
    assertThat(written.status()).isNotEqualTo(500);
    if (written.status() == 200) {
      assertThat(read.text()).as("an object of that very name").isEqualTo("climbed");
    }
    assertUntouched(victim);
    assertThat(outsideOfTheBlobs()).isEqualTo(outside);
  }

  /** All files of the service but for blobs and PostgreSQL's: nothing writes there. */
  private Map<String, Long> outsideOfTheBlobs() {
    Map<String, Long> sizes = new TreeMap<>();
    Path home = cairn().dataFolder();
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file)) {
          sizes.put(file.toString(), Files.size(file));
        } else {
          sizes.put(file.toString(), 0L);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }

  /** CVE-2026-55874: the same in the header that names the source of a copy. */
  @TestFactory
  default Stream<DynamicTest> dotsInTheCopySource() {
    String victim = victim();
    SignerV4 stranger = stranger();
    String own = bucketOf(stranger);
    return CLIMBS.stream()
        .map(
            dots ->
                attack(
                    dots,
                    Stream.of(
                            "/" + own + "/" + dots + "/" + victim + "/k",
                            own + "/" + dots + "/" + victim + "/k",
                            "/" + dots + "/" + victim + "/k",
                            "/" + own + "/" + dots + "/" + dots + "/etc/passwd",
                            "file:///etc/passwd",
                            "http://127.0.0.1:" + cairn().port() + "/" + victim + "/k")
                        .map(
                            source ->
                                stranger.sign(
                                    request("PUT", "/" + own + "/copy")
                                        .with("x-amz-copy-source", source)
                                        .body("")))
                        .toArray(WireRequest[]::new)));
  }

  /** CVE-2023-28434: a form that posts into a bucket that the service keeps for itself. */
  @TestFactory
  default Stream<DynamicTest> formsForReservedNames() {
    WireForm form = WireForm.of("content").with("key", "config/iam/format.json");
    return Stream.of(
            ".minio.sys",
            ".sys",
            ".rustfs.sys",
            "-",
            "blobs",
            "postgres",
            "..",
            "%2e%2e",
            "%00",
            ".")
        .map(name -> attack(name, form.to(authority(), "/" + name)));
  }

  /** Ceph, CVE-2022-3854: a URL of nothing but a NUL, or of nothing. */
  @TestFactory
  default Stream<DynamicTest> targetsOfNothing() {
    String bucket = victim();
    return Stream.of(
            "/%00",
            "/%00/%00",
            "/" + bucket + "/%00",
            "/" + bucket + "/a%00b",
            "/?%00",
            "/" + bucket + "?prefix=%00",
            "/" + bucket + "?list-type=2&start-after=%00x",
            "/" + bucket + "/k?uploadId=%00",
            "/" + bucket + "/k%ff",
            "/" + bucket + "/%c0%af",
            "/" + bucket + "/%ed%a0%80",
            "/" + bucket + "/" + "k".repeat(1025),
            "*",
            "http://",
            "\\")
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.replace(bucket, "bucket"),
                    () -> {
                      WireRequest put = request("PUT", target).body("x");
                      WireAnswer written = send(v4().sign(put));
                      WireAnswer read = send(v4().sign(request("GET", target)));

                      assertThat(written.status()).as("%s", written).isBetween(400, 501);
                      assertThat(List.of(written.status(), read.status())).doesNotContain(500);
                      assertUntouched(bucket);
                    }));
  }

  /** Keys that are called like something of the service's are keys. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "root-credentials.json",
        "secrets-key",
        "postgres/data/postgresql.conf",
        "blobs/00/00/x",
        ".sys",
        ".multipart/uploads",
        "uploads",
        "-/admin/v1/accounts",
        "q/health",
        "q/metrics",
        "index.html",
        "CON",
        "a//b",
        "a/./b"
      })
  default void keysThatAreCalledLikeSomethingInside(String key) {
    // Given
    String bucket = victim();
    Map<String, Long> outside = outsideOfTheBlobs();
    String content = "an object called " + key;

    // When
    succeeds(v4().sign(request("PUT", "/" + bucket + "/" + key).body(content)));

    // Then
    assertThat(ask("GET", "/" + bucket + "/" + key).text()).isEqualTo(content);
    assertThat(outsideOfTheBlobs()).isEqualTo(outside);
    succeeds204("/" + bucket + "/" + key);
    assertUntouched(bucket);
  }

  private void succeeds204(String target) {
    assertThat(ask("DELETE", target).status()).isEqualTo(204);
  }

  /** Where keys are paths, one of these hides the other. */
  @Test
  default void aKeyThatIsAnothersFolder() {
    String bucket = victim();
    succeeds(v4().sign(request("PUT", "/" + bucket + "/k/").body("folder")));
    succeeds(v4().sign(request("PUT", "/" + bucket + "/k/k").body("inner")));
    succeeds204("/" + bucket + "/k/");

    assertThat(ask("GET", "/" + bucket + "/k/k").text()).isEqualTo("inner");
    assertUntouched(bucket);
  }

  /** On a bucket's own host every path is a key, those of the service's own pages too. */
  @Test
  default void pagesOfTheServiceOnABucketsHost() {
    SignerV4 stranger = stranger();
    String own = "own-" + UUID.randomUUID();
    succeeds(stranger.sign(request("PUT", "/" + own)));
    WireRequest page =
        WireRequest.of("GET", "/-/admin/v1/accounts")
            .with("Host", own + ".s3.localhost:" + cairn().port());

    assertThat(send(stranger.sign(page)).error()).containsEntry("Code", "NoSuchKey");
  }

  /** The content of the files that an attacker would want. */
  @Test
  default void noFileOfTheMachineIsShown() throws IOException {
    String passwords =
        Files.readString(Path.of("/etc/passwd"), UTF_8).lines().findFirst().orElse("");
    for (String target :
        List.of("/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/file:%2f%2f%2fetc%2fpasswd")) {
      WireAnswer answer = ask("GET", target);

      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.text()).doesNotContain(passwords);
    }
  }
}
