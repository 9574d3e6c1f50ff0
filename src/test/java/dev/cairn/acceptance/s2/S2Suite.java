package dev.cairn.acceptance.s2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.StoreSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every behaviour; where S2 behaves otherwise, as it does. */
abstract class S2Suite extends StoreSuite {
  /** S2 has no smallest part. */
  @Override
  @Test
  public void refusesAPartThatIsTooSmall() {
    // Given
    String bucket = freshBucket();
    String upload = store().initiate(bucket, "k", Attributes.NONE);
    SentPart one = store().uploadPart(bucket, "k", upload, 1, new byte[] {1});
    SentPart two = store().uploadPart(bucket, "k", upload, 2, new byte[] {2});

    // When
    store().complete(bucket, "k", upload, List.of(one, two));

    // Then
    assertThat(store().get(bucket, "k").body()).containsExactly(1, 2);
  }
}
