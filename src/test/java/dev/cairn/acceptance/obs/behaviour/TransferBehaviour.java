package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.model.AuthTypeEnum;
import com.obs.services.model.DownloadFileRequest;
import com.obs.services.model.UploadFileRequest;
import dev.cairn.acceptance.UsesStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the SDK sends and fetches in parts, several at a time, so that it could resume. */
interface TransferBehaviour extends UsesObs {
  @ParameterizedTest
  @CsvSource({"OBS", "V2", "V4"})
  default void transfersAFileInPartsAtOnce(AuthTypeEnum signature, @TempDir Path folder)
      throws Exception {
    // Given
    String bucket = freshObsBucket();
    byte[] bytes = UsesStore.bytes(11 << 20, 7);
    Path sent = Files.write(folder.resolve("sent"), bytes);
    Path fetched = folder.resolve("fetched");
    UploadFileRequest upload =
        new UploadFileRequest(bucket, "k", sent.toString(), 5 << 20, 3, true);
    upload.setEnableCheckSum(true);
    DownloadFileRequest download =
        new DownloadFileRequest(bucket, "k", fetched.toString(), 4 << 20, 3, true);

    // When
    String eTag = obs(signature).uploadFile(upload).getEtag();
    obs(signature).downloadFile(download);

    // Then
    assertThat(eTag).endsWith("-3\"");
    assertThat(fetched).hasBinaryContent(bytes);
  }
}
