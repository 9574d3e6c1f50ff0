package dev.cairn.dialect.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.SessionPolicy;
import dev.cairn.model.SessionPolicy.Condition;
import dev.cairn.model.SessionPolicy.Effect;
import dev.cairn.model.SessionPolicy.Names;
import dev.cairn.model.SessionPolicy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
  private static final String STATEMENT =
      "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"}";

  @Test
  void readsAllItsParts() {
    SessionPolicy policy =
        PolicyReader.read(
            """
            {"Version": "2012-10-17", "Id": "mine", "Statement": [
              {"Sid": "One", "Effect": "Allow",
               "Action": ["s3:Get*", "s3:List?ucket"], "Resource": ["arn:aws:s3:::b/*", "*"]},
              {"Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws-cn:s3:::c",
               "Condition": {}}]}""");

    assertThat(policy.statements())
        .containsExactly(
            new Statement(
                Effect.ALLOW,
                new Names(false, List.of("s3:Get*", "s3:List?ucket")),
                new Names(false, List.of("arn:aws:s3:::b/*", "*"))),
            new Statement(
                Effect.DENY,
                new Names(true, List.of("s3:*")),
                new Names(true, List.of("arn:aws:s3:::c"))));
  }

  @Test
  void readsConditionsOnListings() {
    SessionPolicy policy =
        PolicyReader.read(
            """
            {"Version": "2012-10-17", "Statement":
              {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {
                "StringLike": {"s3:Prefix": ["home/*", "tmp/?"]},
                "StringNotEquals": {"s3:delimiter": ","}}}}""");

    assertThat(policy.statements().getFirst().conditions())
        .containsExactly(
            new Condition("s3:prefix", false, true, List.of("home/*", "tmp/?")),
            new Condition("s3:delimiter", true, false, List.of(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"x\"",
        "null",
        "{\"StringLike\":\"x\"}",
        "{\"StringLike\":{\"s3:prefix\":1}}",
        "{\"StringLike\":{\"s3:prefix\":[]}}",
        "{\"StringLike\":{\"s3:prefix\":\"${aws:username}\"}}",
        "{\"StringLike\":{\"s3:max-keys\":\"1\"}}",
        "{\"StringLikeIfExists\":{\"s3:prefix\":\"x\"}}",
        "{\"stringlike\":{\"s3:prefix\":\"x\"}}",
        "{\"Bool\":{\"aws:SecureTransport\":\"true\"}}"
      })
  void refusesOtherConditions(String condition) {
    Failure failure =
        failure(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\","
                + "\"Resource\":\"*\",\"Condition\":"
                + condition
                + "}}");

    assertThat(failure).isInstanceOf(Failure.MalformedPolicy.class);
  }

  /** BaishanCloud's page asks for no more. */
  @Test
  void readsAStatementAlone() {
    SessionPolicy policy = PolicyReader.read("{\"Statement\":" + STATEMENT + "}");

    assertThat(policy.statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"text\"",
        "[]",
        "{}",
        "{",
        "{\"Statement\":[]}",
        "{\"Statement\":{}}",
        "{\"Statement\":[1]}",
        "{\"Statement\":null}",
        "{\"Version\":\"2012-10-18\",\"Statement\":@}",
        "{\"Version\":20121017,\"Statement\":@}",
        "{\"Statement\":@}x",
        "{\"Statement\":@,\"Statement\":@}",
        "{\"Statement\":@,\"Statements\":@}",
        "{\"statement\":@}",
        "{\"Statement\":{\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":[\"Allow\"],\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":[]}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":1,\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"GetObject\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"\",\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"b/*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"**\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"NotAction\":\"s3:*\","
            + "\"Resource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
            + "\"NotResource\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
            + "\"Principal\":\"*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
            + "\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
            + "\"Condition\":\"x\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
            + "\"Sid\":1}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"arn:aws:s3:::b/${aws:username}/*\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"arn:aws:s3:::b/\\u0000\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"arn:aws:s3:::b/\\ud800\"}}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\",\"Resource\":\"*\","
            + "\"Condition\":{\"StringLike\":{\"s3:prefix\":\"\\udc00\"}}}}"
      })
  void refusesWhatItDoesNotUnderstand(String text) {
    Failure failure = failure(text.replace("@", STATEMENT));

    assertThat(failure).isInstanceOf(Failure.MalformedPolicy.class);
  }

  @Test
  void refusesDepthWithoutEnd() {
    assertThat(failure("[".repeat(2000))).isInstanceOf(Failure.MalformedPolicy.class);
  }

  private static Failure failure(String text) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> PolicyReader.read(text));
    assertThat(thrown).as("a failure for %s", text).isNotNull();
    return thrown.failure();
  }
}
