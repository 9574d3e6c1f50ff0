package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.SessionPolicy.Condition;
import dev.cairn.model.SessionPolicy.Effect;
import dev.cairn.model.SessionPolicy.Names;
import dev.cairn.model.SessionPolicy.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPolicyTest {
  private static final Access READ_K =
      Access.toObject("s3:GetObject", new BucketName("b"), new ObjectKey("dir/k"));

  private static Statement statement(Effect effect, String action, String resource) {
    return new Statement(
        effect, new Names(false, List.of(action)), new Names(false, List.of(resource)));
  }

  private static boolean allowed(Statement... statements) {
    return new SessionPolicy(List.of(statements)).allows(READ_K);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, arn:aws:s3:::b/dir/k, true",
    "*, *, true",
    "s3:*, arn:aws:s3:::*, true",
    "s3:Get*, arn:aws:s3:::b/*, true",
    "S3:GETOBJECT, arn:aws:s3:::b/dir/?, true",
    "s3:Get??ject, arn:aws:s3:::?/*/*, true",
    "s3:*Object, arn:aws:s3:::b*k, true",
    "s3:GetObjectAcl, *, false",
    "s3:GetObjec, *, false",
    "s3:PutObject, *, false",
    "*, arn:aws:s3:::b, false",
    "*, arn:aws:s3:::b/, false",
    "*, arn:aws:s3:::b/DIR/k, false",
    "*, arn:aws:s3:::b/dir/??, false",
    "*, arn:aws:s3:::c/*, false",
    "*, b/*, false"
  })
  void comparesWithPatterns(String action, String resource, boolean expected) {
    assertThat(allowed(statement(Effect.ALLOW, action, resource))).isEqualTo(expected);
  }

  @Test
  void whatNobodyAllowsIsNotAllowed() {
    assertThat(allowed()).isFalse();
    assertThat(SessionPolicy.NOTHING.allows(READ_K)).isFalse();
    assertThat(allowed(statement(Effect.DENY, "s3:PutObject", "*"))).isFalse();
  }

  @Test
  void whatOneForbidsIsForbiddenWhereverItStands() {
    Statement all = statement(Effect.ALLOW, "*", "*");
    Statement not = statement(Effect.DENY, "s3:Get*", "arn:aws:s3:::b/dir/*");

    assertThat(allowed(all, not)).isFalse();
    assertThat(allowed(not, all)).isFalse();
    assertThat(allowed(all, statement(Effect.DENY, "s3:Get*", "arn:aws:s3:::c/*"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:Put*, true, arn:aws:s3:::b/*, false, true",
    "s3:Get*, true, arn:aws:s3:::b/*, false, false",
    "s3:Get*, false, arn:aws:s3:::b/secret/*, true, true",
    "s3:Get*, false, arn:aws:s3:::b/dir/*, true, false",
  })
  void meansTheOthers(
      String action, boolean otherActions, String resource, boolean otherResources, boolean yes) {
    Statement statement =
        new Statement(
            Effect.ALLOW,
            new Names(otherActions, List.of(action, "s3:None")),
            new Names(otherResources, List.of(resource, "arn:aws:s3:::none")));

    assertThat(allowed(statement)).isEqualTo(yes);
  }

  @ParameterizedTest
  @CsvSource({
    // negated, wildcards, value, of /home/ann, of /, of nothing
    "false, true, /home/*, true, false, false",
    "false, false, /home/ann, true, false, false",
    "false, false, /home/*, false, false, false",
    "true, true, /home/*, false, true, true",
    "true, false, /, true, false, true"
  })
  void asksForFacts(
      boolean negated, boolean wildcards, String value, boolean ann, boolean root, boolean none) {
    Condition condition = new Condition("s3:prefix", negated, wildcards, List.of("no", value));
    Names all = new Names(false, List.of("*"));
    SessionPolicy policy =
        new SessionPolicy(List.of(new Statement(Effect.ALLOW, all, all, List.of(condition))));
    Access list = Access.toBucket("s3:ListBucket", new BucketName("b"));

    assertThat(policy.allows(list.with("s3:prefix", "/home/ann"))).isEqualTo(ann);
    assertThat(policy.allows(list.with("s3:prefix", "/"))).isEqualTo(root);
    assertThat(policy.allows(list)).isEqualTo(none);
  }

  @Test
  void allConditionsMustHold() {
    Names all = new Names(false, List.of("*"));
    Statement statement =
        new Statement(
            Effect.ALLOW,
            all,
            all,
            List.of(
                new Condition("s3:prefix", false, false, List.of("p")),
                new Condition("s3:delimiter", false, false, List.of("/"))));
    SessionPolicy policy = new SessionPolicy(List.of(statement));
    Access list = Access.toBucket("s3:ListBucket", new BucketName("b")).with("s3:prefix", "p");

    assertThat(policy.allows(list.with("s3:delimiter", "/"))).isTrue();
    assertThat(policy.allows(list)).isFalse();
    assertThat(policy.allows(list.with("s3:delimiter", ","))).isFalse();
  }

  @Test
  void allPoliciesOfASessionMustAllow() {
    SessionPolicy reading = new SessionPolicy(List.of(statement(Effect.ALLOW, "s3:Get*", "*")));
    SessionPolicy elsewhere =
        new SessionPolicy(List.of(statement(Effect.ALLOW, "*", "arn:aws:s3:::c/*")));
    Session.Identity self = new Session.Identity.Self();

    assertThat(new Session("k", self, List.of(), Instant.MAX).allows(READ_K)).isTrue();
    assertThat(new Session("k", self, List.of(reading), Instant.MAX).allows(READ_K)).isTrue();
    assertThat(new Session("k", self, List.of(reading, elsewhere), Instant.MAX).allows(READ_K))
        .isFalse();
  }

  @Test
  void namesResources() {
    BucketName bucket = new BucketName("b");

    assertThat(Access.toService("s3:ListAllMyBuckets").resource()).isEqualTo("arn:aws:s3:::");
    assertThat(Access.toBucket("s3:ListBucket", bucket).resource()).isEqualTo("arn:aws:s3:::b");
    assertThat(READ_K.resource()).isEqualTo("arn:aws:s3:::b/dir/k");
  }

  @Test
  void matchesInBoundedTime() {
    String pattern = "*a".repeat(500) + "b";
    String text = "a".repeat(2000);

    assertThat(Wildcards.match(pattern, text)).isFalse();
    assertThat(Wildcards.match("*a".repeat(500) + "*", text)).isTrue();
    assertThat(Wildcards.match("", "")).isTrue();
    assertThat(Wildcards.match("**", "")).isTrue();
    assertThat(Wildcards.match("?", "")).isFalse();
    assertThat(Wildcards.match("a*", "*a")).isFalse();
  }
}
