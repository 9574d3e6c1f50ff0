package dev.cairn.acceptance.properties;

import static dev.cairn.acceptance.properties.UsesVendors.assertObs;
import static dev.cairn.acceptance.properties.UsesVendors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import com.obs.services.model.ObjectMetadata;
import com.obs.services.model.PutObjectRequest;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Redirects of websites: checked, kept, shown where the vendor has them. */
interface RedirectBehaviour extends UsesVendors {
  private PutObjectRequest obsPut(String bucket, String location) {
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setWebSiteRedirectLocation(location);
    PutObjectRequest request =
        new PutObjectRequest(bucket, "k", new ByteArrayInputStream(new byte[5]));
    request.setMetadata(metadata);
    return request;
  }

  @Test
  default void isReadInTheReadersWords() {
    // Given
    String bucket = freshBucket();

    // When
    s3().putObject(
            b -> b.bucket(bucket).key("k").websiteRedirectLocation("/elsewhere?a=b"),
            RequestBody.fromString("hello"));

    // Then
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).websiteRedirectLocation())
        .isEqualTo("/elsewhere?a=b");
    assertThat(obs().getObjectMetadata(bucket, "k").getWebSiteRedirectLocation())
        .isEqualTo("/elsewhere?a=b");
    assertThat(obsS3().getObjectMetadata(bucket, "k").getWebSiteRedirectLocation())
        .isEqualTo("/elsewhere?a=b");
    assertThat(s2().headObject(b -> b.bucket(bucket).key("k")).websiteRedirectLocation()).isNull();
  }

  @Test
  default void isOfTheCopyAlone() {
    // Given
    String bucket = freshBucket();
    obs().putObject(obsPut(bucket, "https://example.com/"));

    // When
    for (String copy : new String[] {"plain", "sent"}) {
      s3().copyObject(
              b ->
                  b.sourceBucket(bucket)
                      .sourceKey("k")
                      .destinationBucket(bucket)
                      .destinationKey(copy)
                      .websiteRedirectLocation(copy.equals("sent") ? "/x" : null));
    }

    // Then
    assertThat(s3().headObject(b -> b.bucket(bucket).key("k")).websiteRedirectLocation())
        .isEqualTo("https://example.com/");
    assertThat(s3().headObject(b -> b.bucket(bucket).key("plain")).websiteRedirectLocation())
        .isNull();
    assertThat(s3().headObject(b -> b.bucket(bucket).key("sent")).websiteRedirectLocation())
        .isEqualTo("/x");
  }

  @Test
  default void isRefusedWhereItLeadsNowhere() {
    // Given
    String bucket = freshBucket();

    // When / Then
    assertS3(
        () ->
            s3().putObject(
                    b -> b.bucket(bucket).key("k").websiteRedirectLocation("www.example.com"),
                    RequestBody.fromString("hello")),
        400,
        "InvalidRedirectLocation");
    assertObs(
        () -> obs().putObject(obsPut(bucket, "www.example.com")), 400, "InvalidRedirectLocation");
    assertS3(
        () ->
            s2().putObject(
                    b -> b.bucket(bucket).key("k").websiteRedirectLocation("/x"),
                    RequestBody.fromString("hello")),
        501,
        "NotImplemented");
  }
}
