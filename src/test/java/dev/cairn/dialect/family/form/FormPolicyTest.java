package dev.cairn.dialect.family.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.acceptance.wire.WireForm;
import dev.cairn.dialect.PostedForm;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPolicyTest {
  private static final String EXPIRATION = "\"expiration\": \"2026-03-01T12:00:00.000Z\"";

  /** All that AWS asks for, and no field but the key. */
  private static final String BUCKET = "{\"bucket\": \"bucket\"}";

  private static final FormRules OWN_RULES =
      new FormRules(
          "accesskeyid",
          FormRules.AWS.tokenField(),
          FormRules.AWS.unconditioned(),
          false,
          true,
          false);
  private static final FormRules FREE =
      new FormRules(
          "ossaccesskeyid",
          FormRules.AWS.tokenField(),
          java.util.Optional.empty(),
          true,
          false,
          true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"key": "a/f.txt"}                               | a/f.txt
          {"KEY": "a/f.txt"}                               | a/f.txt
          ["eq", "$key", "a/f.txt"]                        | a/f.txt
          ["EQ", "$Key", "a/f.txt"]                        | a/${filename}
          ["starts-with", "$key", "a/"]                    | a/f.txt
          ["starts-with", "$key", "a/f"]                   | a/${filename}
          ["starts-with", "$key", ""]                      | \u4e2d
          ["starts-with", "\\$key", "\\$a"]                | $a
          ["starts-with", "$key", ""], ["eq", "$key", "k"] | k
          {"key": "k"},                                    | k
          {"key": 7}                                       | 7
          """)
  void allowsWhatItsConditionsSay(String condition, String key) {
    FormPolicy policy = policy(FormRules.AWS, BUCKET + ", " + condition);

    assertThatCode(() -> policy.check(values(key, FormRules.AWS), FormRules.AWS))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"bucket": "bucket"}, {"key": "a"}                           | b
          {"bucket": "bucket"}, {"key": "a"}                           | A
          {"bucket": "other"}, {"key": "a"}                            | a
          {"bucket": "bucket"}, ["starts-with", "$key", "a/"]          | b/a/
          {"bucket": "bucket"}, ["starts-with", "$key", "a/$"]         | a/${filename}
          {"bucket": "bucket"}, ["starts-with", "$key", ""], {"x": ""} | k
          {"bucket": "bucket"}                                         | k
          ["starts-with", "$key", ""]                                  | k
          """)
  void refusesWhatItsConditionsDoNotSay(String conditions, String key) {
    FormPolicy policy = policy(FormRules.AWS, conditions);

    assertThat(failure(() -> policy.check(values(key, FormRules.AWS), FormRules.AWS)))
        .isInstanceOf(Failure.PolicyNotMet.class);
  }

  @Test
  void refusesFieldsWithoutACondition() {
    FormPolicy policy = policy(FormRules.AWS, BUCKET + ", [\"starts-with\", \"$key\", \"\"]");
    WireForm form = WireForm.of("x").with("key", "k").with("AWSAccessKeyId", "a");

    policy.check(values(form.with("x-ignore-me", "1"), FormRules.AWS), FormRules.AWS);

    assertThat(
            failure(
                () ->
                    policy.check(
                        values(form.with("acl", "private"), FormRules.AWS), FormRules.AWS)))
        .isEqualTo(new Failure.PolicyNotMet("Extra input fields: acl"));
  }

  @Test
  void readsListsOfTypes() {
    FormPolicy policy =
        policy(
            FormRules.AWS,
            BUCKET + ", {\"key\": \"k\"}, [\"starts-with\", \"$Content-Type\", \"image/\"]");
    WireForm form = WireForm.of("x").with("key", "k");

    policy.check(
        values(form.with("Content-Type", "image/a, image/b"), FormRules.AWS), FormRules.AWS);

    assertThat(
            failure(
                () ->
                    policy.check(
                        values(form.with("Content-Type", "image/a,text/b"), FormRules.AWS),
                        FormRules.AWS)))
        .isInstanceOf(Failure.PolicyNotMet.class);
  }

  @Test
  void knowsRulesThatAskForNoConditionAndSeeTheKeyAsItIsSent() {
    FormPolicy policy =
        policy(
            FREE,
            "[\"starts-with\", \"$key\", \"a/$\"], [\"in\", \"$content-type\", [\"a\", \"b\"]],"
                + "[\"not-in\", \"$cache-control\", [\"no-store\"]]");
    WireForm form =
        WireForm.of("x").with("key", "a/${filename}").with("Content-Type", "b").with("other", "1");

    policy.check(values(form.with("Cache-Control", "no-cache"), FREE), FREE);

    assertThat(
            failure(() -> policy.check(values(form.with("Cache-Control", "no-store"), FREE), FREE)))
        .isInstanceOf(Failure.PolicyNotMet.class);
    assertThat(failure(() -> policy.check(values(form, FREE), FREE)))
        .isInstanceOf(Failure.PolicyNotMet.class);
  }

  @Test
  void readsTheLengthsOfTheFile() {
    FormPolicy policy =
        policy(
            FormRules.AWS,
            "[\"content-length-range\", 10, 2000], [\"content-length-range\", \"5\", \"1000\"]");

    assertThat(policy.minimumLength()).isEqualTo(10);
    assertThat(policy.maximumLength()).isEqualTo(1000);
    assertThat(policy(FormRules.AWS, "").maximumLength()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void expires() {
    FormPolicy policy = policy(FormRules.AWS, BUCKET);

    policy.requireCurrent(Instant.parse("2026-03-01T11:59:59.999Z"));

    assertThat(failure(() -> policy.requireCurrent(Instant.parse("2026-03-01T12:00:00Z"))))
        .isEqualTo(new Failure.PolicyNotMet("Policy expired."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{" + EXPIRATION + "}",
        "{\"conditions\": []}",
        "{" + EXPIRATION + ", \"CONDITIONS\": []}",
        "{" + EXPIRATION + ", \"conditions\": {}}",
        "{" + EXPIRATION + ", \"conditions\": [], \"more\": 1}",
        "{" + EXPIRATION + ", \"conditions\": []} x",
        "{" + EXPIRATION + ", \"conditions\": [], \"conditions\": []}",
        "{\"EXPIRATION\": \"2026-03-01T12:00:00Z\", \"conditions\": []}",
        "{\"expiration\": \"tomorrow\", \"conditions\": []}",
        "{\"expiration\": 7, \"conditions\": []}",
        "{" + EXPIRATION + ", \"conditions\": [7]}",
        "{" + EXPIRATION + ", \"conditions\": [{}]}",
        "{" + EXPIRATION + ", \"conditions\": [[]]}",
        "{" + EXPIRATION + ", \"conditions\": [{\"key\": []}]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"eq\", \"$key\"]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"eq\", \"key\", \"k\"]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"eq\", \"$\", \"k\"]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"like\", \"$key\", \"k\"]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"in\", \"$key\", [\"k\"]]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"content-length-range\", 0]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"content-length-range\", -1, 0]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"content-length-range\", 2, 1]]}",
        "{" + EXPIRATION + ", \"conditions\": [[\"content-length-range\", 0, 1.5]]}"
      })
  void refusesPoliciesThatCannotBeRead(String json) {
    assertThat(failure(() -> FormPolicy.parse(base64(json), FormRules.AWS)))
        .isInstanceOf(Failure.InvalidPolicy.class);
  }

  @Test
  void refusesWhatIsNoBase64AndNoUtf8() {
    byte[] latin = {'{', '"', (byte) 0xe4, '"', '}'};

    assertThat(failure(() -> FormPolicy.parse("%%%", FormRules.AWS)))
        .isInstanceOf(Failure.InvalidPolicy.class);
    assertThat(
            failure(
                () -> FormPolicy.parse(Base64.getEncoder().encodeToString(latin), FormRules.AWS)))
        .isInstanceOf(Failure.InvalidPolicy.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, true",
    "2026-03-01T12:00:00.123Z, true",
    "2026-03-01T12:00:00.1Z, false",
    "2026-03-01T12:00:00+00:00, false"
  })
  void readsDatesAsStrictlyAsTheRulesSay(String date, boolean allowed) {
    String policy = base64("{\"expiration\": \"" + date + "\", \"conditions\": []}");

    assertThat(FormPolicy.parse(policy, FormRules.AWS)).isNotNull();
    if (allowed) {
      assertThat(FormPolicy.parse(policy, OWN_RULES)).isNotNull();
    } else {
      assertThat(failure(() -> FormPolicy.parse(policy, OWN_RULES)))
          .isInstanceOf(Failure.InvalidPolicy.class);
    }
  }

  @Test
  void refusesFormsThatSayAThingTwiceOrInTwoDialects() {
    WireForm form = WireForm.of("x").with("key", "k");

    assertThat(failure(() -> values(form.with("Key", "other"), FormRules.AWS)))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(failure(() -> values(form.with("OSSAccessKeyId", "a"), FormRules.AWS)))
        .isInstanceOf(Failure.InvalidArgument.class);
    assertThat(failure(() -> values(form.with("bucket", "other"), FormRules.AWS)))
        .isInstanceOf(Failure.InvalidArgument.class);
  }

  private static FormPolicy policy(FormRules rules, String conditions) {
    return FormPolicy.parse(
        base64("{" + EXPIRATION + ", \"conditions\": [" + conditions + "]}"), rules);
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }

  private static FormValues values(String key, FormRules rules) {
    return values(WireForm.of("x").with("key", key), rules);
  }

  private static FormValues values(WireForm form, FormRules rules) {
    return FormValues.of(PostedForm.of(form).head(), rules);
  }

  private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call);
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }
}
