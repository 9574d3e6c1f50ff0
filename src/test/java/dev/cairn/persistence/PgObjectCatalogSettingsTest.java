package dev.cairn.persistence;

import static dev.cairn.persistence.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StoredObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is set of an object that is there. */
class PgObjectCatalogSettingsTest extends ObjectCatalogSuite {
  @Test
  void setsTagsInTheirOrder() {
    publish(Samples.inline(bucket, "a", "one"));
    LinkedHashMap<String, String> tags = new LinkedHashMap<>();
    tags.put("longer", "1");
    tags.put("b", "");
    tags.put("a", "\u00e4");

    await(catalog.setTags(bucket, new ObjectKey("a"), tags));

    assertThat(find("a").metadata().tags()).containsExactlyEntriesOf(tags);
  }

  @ParameterizedTest
  @MethodSource("acls")
  void setsTheAccessControlList(Acl acl) {
    publish(Samples.inline(bucket, "a", "one"));

    boolean set = await(catalog.setAcl(bucket, find("a"), acl));

    assertThat(set).isTrue();
    assertThat(find("a").metadata().acl()).isEqualTo(acl);
  }

  @Test
  void setsNothingOfAnObjectThatWasReplaced() {
    publish(Samples.inline(bucket, "a", "one"));
    StoredObject seen = find("a");
    publish(Samples.inline(bucket, "a", "two"));

    boolean set = await(catalog.setAcl(bucket, seen, new Acl.Canned(CannedAcl.PUBLIC_READ)));

    assertThat(set).isFalse();
    assertThat(find("a").metadata().acl()).isEqualTo(seen.metadata().acl());
  }

  static Stream<Acl> acls() {
    return Stream.of(
        Acl.PRIVATE,
        new Acl.Canned(CannedAcl.PUBLIC_READ_WRITE),
        new Acl.Inherited(),
        new Acl.Granted(List.of()),
        new Acl.Granted(List.of(), false),
        Samples.GRANTS);
  }
}
