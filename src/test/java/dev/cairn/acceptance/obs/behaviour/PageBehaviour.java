package dev.cairn.acceptance.obs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.model.AbortMultipartUploadRequest;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import org.junit.jupiter.api.Test;

/**
 * The example of the vendor's page "Initiate Multipart Upload". Slips of the page: its answer names
 * another bucket than its request, its request id is in lower case where today's are not, its
 * Content-Length is 146 for a document of 268 bytes. The domain is ours.
 */
interface PageBehaviour extends UsesObs {
  @Test
  default void initiatesAsThePagePrintsIt() {
    // Given
    String bucket = "bucketname";
    obs().createBucket(bucket);
    WireRequest request =
        WireRequest.of("POST", "/objectkey?uploads")
            .with("User-Agent", "Jakarta Commons-HttpClient/3.1")
            .with("Host", bucket + "." + ObsClients.DOMAIN)
            .with("Accept", "*/*");

    // When
    WireAnswer answer = askS3(bucket, request);

    // Then
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("Server")).contains("OBS");
    assertThat(answer.header("x-amz-id-2").orElseThrow()).isNotBlank();
    assertThat(answer.header("x-amz-request-id").orElseThrow()).matches("[0-9A-F]{32}");
    assertThat(answer.header("x-reserved"))
        .contains(
            "amazon, aws and amazon web services are trademarks or registered trademarks of"
                + " Amazon Technologies, Inc");
    assertThat(answer.header("Date")).isPresent();
    assertThat(answer.header("Content-Type")).contains("application/xml");
    assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.body().length));
    assertThat(answer.text())
        .matches(
            "<\\?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"\\?>\n"
                + "<InitiateMultipartUploadResult xmlns=\"http://obs.localhost/doc/2015-06-30/\">"
                + "<Bucket>bucketname</Bucket><Key>objectkey</Key>"
                + "<UploadId>[0-9A-F]{32}</UploadId></InitiateMultipartUploadResult>");
    obs()
        .abortMultipartUpload(
            new AbortMultipartUploadRequest(bucket, "objectkey", uploadId(answer)));
  }

  private static String uploadId(WireAnswer answer) {
    return answer.document().getElementsByTagName("UploadId").item(0).getTextContent();
  }
}
