package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.core.object.ListRange;
import dev.cairn.core.object.Listing;
import dev.cairn.core.object.Publication;
import dev.cairn.model.Bucket;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import dev.cairn.model.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgObjectCatalogListTest extends ObjectCatalogSuite {
  @BeforeEach
  void neighbourOfWhichNothingMayBeListed() {
    put(database.newBucket(), "a", "a/b", "zzz");
  }

  private static void put(Bucket bucket, String... keys) {
    List<Publication> publications =
        Stream.of(keys).map(key -> Samples.inline(bucket, key, key)).toList();
    await(catalog.publish(publications));
  }

  private Listing<StoredObject> list(String prefix, String delimiter, String after, int limit) {
    return await(catalog.list(bucket, new ListRange(prefix, delimiter, after, limit)));
  }

  private static List<String> names(Listing<StoredObject> page) {
    List<String> names = new ArrayList<>(page.commonPrefixes());
    page.items().forEach(object -> names.add(object.key().value()));
    names.sort((a, b) -> compare(a, b));
    return names;
  }

  private static int compare(String a, String b) {
    return new ObjectKey(a).compareTo(new ObjectKey(b));
  }

  private static final String[] TREE = {
    "a", "a.b/1", "a/", "a/1", "a/2", "a/b/3", "a0", "b/1", "b/2", "c"
  };

  static Stream<Arguments> pages() {
    return Stream.of(
        // prefix, delimiter, after, limit, keys, common prefixes, truncated, last
        arguments("", "", "", 3, "a a.b/1 a/", "", true, "a/"),
        arguments("", "", "a/2", 10, "a/b/3 a0 b/1 b/2 c", "", false, "c"),
        arguments("", "", "c", 10, "", "", false, ""),
        arguments("a", "", "", 10, "a a.b/1 a/ a/1 a/2 a/b/3 a0", "", false, "a0"),
        arguments("a/", "", "a/1", 10, "a/2 a/b/3", "", false, "a/b/3"),
        arguments("b", "", "a", 10, "b/1 b/2", "", false, "b/2"),
        arguments("a", "", "b", 10, "", "", false, ""),
        arguments("", "/", "", 10, "a a0 c", "a.b/ a/ b/", false, "c"),
        arguments("", "/", "", 3, "a", "a.b/ a/", true, "a/"),
        arguments("", "/", "a/", 10, "a0 c", "b/", false, "c"),
        arguments("", "/", "a0", 1, "", "b/", true, "b/"),
        arguments("", "/", "b/", 1, "c", "", false, "c"),
        arguments("a/", "/", "", 10, "a/ a/1 a/2", "a/b/", false, "a/b/"),
        arguments("a/", "/", "a/", 10, "a/1 a/2", "a/b/", false, "a/b/"),
        arguments("a/", "/", "a/b/", 10, "", "", false, ""),
        // In the middle of what rolls up: the rest of it still does.
        arguments("", "/", "a/1", 10, "a0 c", "a/ b/", false, "c"),
        arguments("", "/", "b/2", 10, "c", "", false, "c"),
        arguments("", "/", "a/b/", 10, "a0 c", "a/ b/", false, "c"),
        // A delimiter of several characters, one that is no separator, one that is nowhere.
        arguments("", "/b/", "", 10, "a a.b/1 a/ a/1 a/2 a0 b/1 b/2 c", "a/b/", false, "c"),
        arguments("", "1", "", 10, "a a/ a/2 a/b/3 a0 b/2 c", "a.b/1 a/1 b/1", false, "c"),
        arguments("", "|", "b", 10, "b/1 b/2 c", "", false, "c"),
        arguments("a/b", "/", "", 10, "", "a/b/", false, "a/b/"),
        // No page at all is not truncated, nor is what has no key.
        arguments("", "/", "", 0, "", "", false, ""),
        arguments("", "", "", 0, "", "", false, ""),
        arguments("x", "/", "", 10, "", "", false, ""),
        // U+0000 is in no key.
        arguments("\0", "", "", 10, "", "", false, ""),
        arguments("b", "\0", "", 10, "b/1 b/2", "", false, "b/2"),
        arguments("", "", "b/2\0", 10, "c", "", false, "c"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void listsAPage(
      String prefix,
      String delimiter,
      String after,
      int limit,
      String keys,
      String commonPrefixes,
      boolean truncated,
      String last) {
    put(bucket, TREE);

    Listing<StoredObject> page = list(prefix, delimiter, after, limit);

    assertThat(page.items()).extracting(o -> o.key().value()).isEqualTo(words(keys));
    assertThat(page.commonPrefixes()).isEqualTo(words(commonPrefixes));
    assertThat(page.truncated()).isEqualTo(truncated);
    assertThat(page.last()).isEqualTo(last);
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @Test
  void sortsByBytes() {
    String[] sorted = {
      "\u0001",
      " ",
      "A",
      "B",
      "Z",
      "a",
      "a\u0001",
      "a ",
      "a.b/",
      "a/",
      "a/b",
      "aa",
      "z",
      "\u00e4",
      "\ud7ff",
      "\ue000",
      "\uffee",
      "\ud83d\ude00",
      "\udbff\udfff",
      "\udbff\udfffx"
    };
    put(bucket, sorted);

    Listing<StoredObject> page = list("", "", "", 100);

    assertThat(names(page)).containsExactly(sorted);
    assertThat(page.items()).extracting(o -> o.key().value()).containsExactly(sorted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "_",
        "\\",
        "%_\\",
        ".*",
        "\ud7ff",
        "\udbff\udfff",
        "\udbff\udfff\udbff\udfff"
      })
  void takesAPrefixLiterally(String prefix) {
    put(bucket, prefix, prefix + "1", prefix + "/1", "a", "x1", "\\%1", "\ue000");

    Listing<StoredObject> plain = list(prefix, "", "", 100);
    Listing<StoredObject> rolledUp = list(prefix, "/", "", 100);

    assertThat(names(plain)).contains(prefix, prefix + "1", prefix + "/1");
    assertThat(names(plain)).allMatch(name -> name.startsWith(prefix));
    assertThat(rolledUp.commonPrefixes()).containsExactly(prefix + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud7ff", "\udbff\udfff", "%", "_", "\\", "--", "\ud83d\ude00"})
  void takesADelimiterLiterally(String delimiter) {
    put(bucket, "a", "a" + delimiter + "1", "a" + delimiter + "2", "b" + delimiter, "\ue000x");

    Listing<StoredObject> first = list("", delimiter, "", 2);
    Listing<StoredObject> second = list("", delimiter, first.last(), 10);

    assertThat(names(first)).containsExactly("a", "a" + delimiter);
    assertThat(first.truncated()).isTrue();
    assertThat(names(second)).containsExactly("b" + delimiter, "\ue000x");
    assertThat(second.truncated()).isFalse();
  }

  @Test
  void showsWhatAListingShowsOfAnObject() {
    Publication publication = Samples.inline(bucket, "a", "four");
    publish(publication);

    StoredObject listed = list("", "/", "", 1).items().getFirst();

    assertThat(listed.id()).isEqualTo(publication.id());
    assertThat(listed.size()).isEqualTo(4);
    assertThat(listed.eTag()).isEqualTo(publication.eTag());
    assertThat(listed.checksums()).usingRecursiveComparison().isEqualTo(publication.checksums());
    assertThat(listed.metadata().storageClass())
        .isEqualTo(Optional.of(StorageClass.INFREQUENT_ACCESS));
    assertThat(listed.lastModified())
        .isEqualTo(await(catalog.find(bucket, listed.key())).orElseThrow().lastModified());
  }

  /** Any page size shows everything once, as a reader in Java computes it from all keys. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void pagesThroughEverythingOnce(long seed) {
    Random random = new Random(seed);
    String[] alphabet = {"a", "b", "/", "/", "//", "\u0001", "\ud83d\ude00", "%", "\udbff\udfff"};
    TreeSet<String> keys = new TreeSet<>(PgObjectCatalogListTest::compare);
    while (keys.size() < 60) {
      StringBuilder key = new StringBuilder();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        key.append(alphabet[random.nextInt(alphabet.length)]);
      }
      keys.add(key.toString());
    }
    put(bucket, keys.toArray(String[]::new));
    for (String prefix : List.of("", "a", "a/", "/", "\udbff\udfff")) {
      for (String delimiter : List.of("", "/", "//", "a", "\udbff\udfff")) {
        List<String> expected = rolledUp(keys, prefix, delimiter);

        for (int limit : List.of(1, 2, 3, 7, Math.max(1, expected.size()), 1000)) {
          assertThat(paged(prefix, delimiter, limit))
              .as("prefix %s delimiter %s limit %d", prefix, delimiter, limit)
              .isEqualTo(expected);
        }
      }
    }
  }

  private List<String> paged(String prefix, String delimiter, int limit) {
    List<String> all = new ArrayList<>();
    Listing<StoredObject> page = list(prefix, delimiter, "", limit);
    all.addAll(names(page));
    while (page.truncated()) {
      assertThat(names(page)).hasSize(limit);
      page = list(prefix, delimiter, page.last(), limit);
      assertThat(names(page)).isNotEmpty();
      all.addAll(names(page));
    }
    return all;
  }

  private static List<String> rolledUp(TreeSet<String> keys, String prefix, String delimiter) {
    TreeSet<String> names = new TreeSet<>(PgObjectCatalogListTest::compare);
    for (String key : keys) {
      if (key.startsWith(prefix)) {
        int found = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        names.add(found < 0 ? key : key.substring(0, found + delimiter.length()));
      }
    }
    return List.copyOf(names);
  }

  @Test
  void costsWhatItReturnsNotWhatTheBucketHolds() {
    database.run(
        """
        INSERT INTO objects (bucket_id, key, id, size, etag, modified, parts, inline)
        SELECT $1, format('p%s/%s', i % 5, i), gen_random_uuid(), 0, '', now(), 0, ''
        FROM generate_series(1, 50000) AS i
        """,
        bucket.id());
    database.run("ANALYZE objects");
    long before = indexRowsRead();

    Listing<StoredObject> page = list("", "/", "", 1000);

    assertThat(page.commonPrefixes()).containsExactly("p0/", "p1/", "p2/", "p3/", "p4/");
    assertThat(indexRowsRead() - before).isLessThan(1000);
  }

  private static long indexRowsRead() {
    database.run("SELECT pg_stat_force_next_flush() FROM generate_series(1, 16)");
    database.run("SELECT pg_sleep(0.1)");
    return database
        .run(
            "SELECT idx_tup_fetch + seq_tup_read FROM pg_stat_user_tables WHERE relname = 'objects'")
        .getFirst()
        .getLong(0);
  }
}
