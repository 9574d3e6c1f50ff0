package dev.cairn.acceptance.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/** What the token service answers, read by AWS's SDK with its defaults. */
interface TokenServiceBehaviour extends UsesSts {
  String READ_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}}";

  @Test
  default void assumesARole() {
    // When
    AssumeRoleResponse answer =
        sts()
            .assumeRole(
                b ->
                    b.roleArn(ROLE)
                        .roleSessionName("me@work")
                        .externalId("tenant/7")
                        .policy(READ_ALL)
                        .durationSeconds(900));

    // Then
    assertThat(answer.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::root:assumed-role/uploader/me@work");
    assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[0-9A-Z]{17}:me@work");
    assertThat(answer.packedPolicySize()).isBetween(1, 100);
    assertThat(answer.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
    assertLasts(answer.credentials(), 900);
  }

  @Test
  default void lastsAsLongAsAtAwsWhereNobodySays() {
    // When
    Credentials ofRole = assumed();
    Credentials ofAccount = sts().getSessionToken().credentials();
    Credentials federated = sts().getFederationToken(b -> b.name("bob")).credentials();

    // Then
    assertLasts(ofRole, 3600);
    assertLasts(ofAccount, 12 * 3600);
    assertLasts(federated, 12 * 3600);
  }

  @Test
  default void federatesAUser() {
    // When
    GetFederationTokenResponse answer =
        sts().getFederationToken(b -> b.name("bob").policy(READ_ALL).durationSeconds(129_600));

    // Then
    assertThat(answer.federatedUser().arn()).isEqualTo("arn:aws:sts::root:federated-user/bob");
    assertThat(answer.federatedUser().federatedUserId()).isEqualTo("root:bob");
    assertThat(answer.packedPolicySize()).isPositive();
    assertLasts(answer.credentials(), 129_600);
  }

  @Test
  default void saysWhoCalls() {
    // When
    GetCallerIdentityResponse root = sts().getCallerIdentity();
    GetCallerIdentityResponse role =
        as(narrowed("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}"))
            .getCallerIdentity();

    // Then
    assertThat(root.account()).isEqualTo("root");
    assertThat(root.arn()).isEqualTo("arn:aws:iam::root:root");
    assertThat(root.userId()).isEqualTo("root");
    assertThat(role.arn()).isEqualTo("arn:aws:sts::root:assumed-role/uploader/me");
    assertThat(role.account()).isEqualTo("root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3.localhost",
        "sts.s3.localhost",
        "s2.localhost",
        "sts.s2.localhost",
        "sts.ss.bscstorage.com",
        "obs.localhost",
        "sts.obs.localhost",
        "oss.localhost",
        "sts.oss.localhost"
      })
  default void answersOnTheHostsOfAllDialects(String host) {
    // Given
    URI endpoint = cairn().domain(host);

    // When
    try (StsClient sts = StsClients.sts(endpoint, cairn())) {
      Credentials credentials =
          sts.assumeRole(b -> b.roleArn(ROLE).roleSessionName("me")).credentials();

      // Then
      assertLasts(credentials, 3600);
    }
  }

  @Test
  default void theSdkRenewsItsCredentialsByItself() {
    // Given
    String bucket = freshBucket();

    // When
    try (var provider =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts())
            .refreshRequest(r -> r.roleArn(ROLE).roleSessionName("me"))
            .build()) {
      var s3 = StsClients.s3(cairn().endpoint(), provider);
      byte[] read = s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asByteArray();

      // Then
      assertThat(read).isEqualTo(BODY);
    }
  }

  @Test
  default void aSessionBeginsNoneThatOutlivesItOrMayMore() {
    // Given
    String bucket = freshBucket();
    Credentials first =
        narrowed(
            """
            {"Statement": {"Effect": "Allow", "Resource": "*",
              "Action": ["s3:GetObject", "sts:AssumeRole"]}}""");

    // When
    Credentials second =
        as(first)
            .assumeRole(b -> b.roleArn(ROLE).roleSessionName("again").durationSeconds(43_200))
            .credentials();

    // Then
    assertThat(second.expiration()).isEqualTo(first.expiration());
    s3(second).getObjectAsBytes(b -> b.bucket(bucket).key("k"));
    UsesSts.assertDenied(() -> s3(second).deleteObject(b -> b.bucket(bucket).key("k")));
  }

  @Test
  default void sessionsOfEveryKindDoNotProlongThemselves() {
    Stream.of(assumed(), sts().getSessionToken().credentials())
        .forEach(
            session -> {
              UsesSts.assertDenied(() -> as(session).getSessionToken());
              UsesSts.assertDenied(() -> as(session).getFederationToken(b -> b.name("bob")));
            });
    UsesSts.assertDenied(
        () -> as(narrowed(READ_ALL)).assumeRole(b -> b.roleArn(ROLE).roleSessionName("again")));
  }

  default StsClient as(Credentials credentials) {
    return StsClients.sts(cairn().endpoint(), StsClients.provider(credentials));
  }

  private static void assertLasts(Credentials credentials, long seconds) {
    assertThat(credentials.accessKeyId()).isNotBlank();
    assertThat(credentials.secretAccessKey()).isNotBlank();
    assertThat(credentials.sessionToken()).isNotBlank();
    assertThat(credentials.expiration())
        .isCloseTo(Instant.now().plusSeconds(seconds), within(60, ChronoUnit.SECONDS));
  }
}
