package dev.cairn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.SentPart;
import dev.cairn.acceptance.UsesStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is there when it ends is there when it starts again. */
class RestartIT {
  private final Path folder = PackagedCairn.newFolder();

  @AfterEach
  void removeFolder() {
    PackagedCairn.deleteTree(folder);
  }

  @Test
  void uploadsAndObjectsSurviveAStop() throws InterruptedException {
    survives(PackagedCairn::close);
  }

  @Test
  void uploadsAndObjectsSurviveACrash() throws InterruptedException {
    survives(PackagedCairn::kill);
  }

  private void survives(End end) throws InterruptedException {
    // Given
    byte[] first = UsesStore.bytes(5 << 20, 1);
    byte[] object = UsesStore.bytes(1_000_000, 2);
    PackagedCairn before = PackagedCairn.in(folder).start();
    String upload;
    SentPart one;
    try (StoreClient store = client(before)) {
      store.createBucket("kept");
      store.put("kept", "object", object);
      upload = store.initiate("kept", "assembled", Attributes.NONE);
      one = store.uploadPart("kept", "assembled", upload, 1, first);
    }

    // When
    end.of(before);

    // Then
    try (PackagedCairn after = PackagedCairn.in(folder).start();
        StoreClient store = client(after)) {
      SentPart two = store.uploadPart("kept", "assembled", upload, 2, new byte[] {7});
      store.complete("kept", "assembled", upload, List.of(one, two));
      assertThat(store.get("kept", "object").body()).isEqualTo(object);
      assertThat(store.get("kept", "assembled").body()).startsWith(first).hasSize((5 << 20) + 1);
    }
  }

  private static StoreClient client(PackagedCairn cairn) {
    return new AwsSyncStoreClient(AwsClients.pathStyle(cairn.running()));
  }

  /** How a run ends. */
  private interface End {
    void of(PackagedCairn cairn) throws InterruptedException;
  }
}
