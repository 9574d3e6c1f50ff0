package dev.cairn.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.model.BlobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFoldersTest {
  @TempDir Path dataFolder;

  @Test
  void keepsBlobsOfOneMinuteInOneFolder() {
    // Given
    BlobFolders folders = new BlobFolders(dataFolder);
    BlobId first = new BlobId(UUID.fromString("01934ab6-0000-7123-89ab-0123456789ab"));
    BlobId last = new BlobId(UUID.fromString("01934ab6-ffff-7123-89ab-0123456789ab"));
    BlobId next = new BlobId(UUID.fromString("01934ab7-0000-7123-89ab-0123456789ab"));

    // When
    Path folder = folders.file(first).getParent();

    // Then
    assertThat(folder).isEqualTo(dataFolder.resolve("blobs/4a/b6").toAbsolutePath());
    assertThat(folders.file(last).getParent()).isEqualTo(folder);
    assertThat(folders.file(next).getParent()).isNotEqualTo(folder);
  }

  @Test
  void makesAFolderWithThoseAboveIt() throws IOException {
    // Given
    BlobFolders folders = new BlobFolders(dataFolder);
    Path folder = folders.file(new BlobId(UUID.randomUUID())).getParent();

    // When
    folders.make(folder);

    // Then
    assertThat(folder).isDirectory();
    assertThat(folders.isDurable(folder)).isTrue();
  }

  @Test
  void trustsNoFolderThatAnotherProcessMade() throws IOException {
    // Given
    Path folder = new BlobFolders(dataFolder).file(new BlobId(UUID.randomUUID())).getParent();
    new BlobFolders(dataFolder).make(folder);
    BlobFolders folders = new BlobFolders(dataFolder);

    // When
    boolean trusted = folders.isDurable(folder);

    // Then
    assertThat(trusted).isFalse();
    folders.make(folder);
    assertThat(folders.isDurable(folder)).isTrue();
  }

  @Test
  void remembersOnlyTheLatestFolders() throws IOException {
    // Given
    BlobFolders folders = new BlobFolders(dataFolder);
    Path first = folders.file(new BlobId(new UUID(0x0193_4ab6_0000_7000L, 1))).getParent();
    folders.make(first);

    // When
    for (long minute = 1; minute < 40; minute++) {
      folders.make(
          folders
              .file(new BlobId(new UUID(0x0193_4ab6_0000_7000L + (minute << 32), 1)))
              .getParent());
    }

    // Then
    assertThat(folders.isDurable(first)).isFalse();
  }

  @Test
  void failsWhereAFileIsInItsWay() throws IOException {
    BlobFolders folders = new BlobFolders(dataFolder);
    Files.writeString(dataFolder.resolve("blobs"), "in the way");
    Path folder = folders.file(new BlobId(UUID.randomUUID())).getParent();
    assertThatThrownBy(() -> folders.make(folder)).isInstanceOf(IOException.class);
  }
}
