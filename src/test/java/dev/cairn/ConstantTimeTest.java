package dev.cairn;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cairn.protocol.Hmac;
import java.util.Arrays;

/**
 * What is secret is compared in a time that tells nothing: others compared signatures of heads, of
 * chunks and of forms byte by byte, up to the first that differs.
 */
@AnalyzeClasses(packages = "dev.cairn", importOptions = ImportOption.DoNotIncludeTests.class)
class ConstantTimeTest {
  private static final DescribedPredicate<JavaClass> MAKES_SIGNATURES =
      DescribedPredicate.describe(
          "make signatures",
          type ->
              !type.isEquivalentTo(Hmac.class)
                  && !type.getSimpleName().equals("SigningKeys")
                  && type.getMethodCallsFromSelf().stream()
                      .anyMatch(call -> isKeyed(call.getTargetOwner(), call.getName())));

  private static final ArchCondition<JavaMethod> COMPARE_AS_TEXTS =
      new ArchCondition<>("compare as texts what is made with a key") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          var calls = method.getMethodCallsFromSelf();
          boolean keyed = calls.stream().anyMatch(c -> isKeyed(c.getTargetOwner(), c.getName()));
          boolean texts =
              calls.stream()
                  .anyMatch(
                      c ->
                          c.getTargetOwner().isEquivalentTo(String.class)
                              && c.getName().matches("equals.*|compareTo.*|contentEquals"));
          events.add(new SimpleConditionEvent(method, keyed && texts, method.getFullName()));
        }
      };

  @ArchTest
  static final ArchRule bytesAreComparedInConstantTime =
      noClasses()
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .because("MessageDigest.isEqual does the same, and nobody has to ask what is secret");

  @ArchTest
  static final ArchRule whoMakesASignatureComparesItInConstantTime =
      classes()
          .that(MAKES_SIGNATURES)
          .should()
          .callMethodWhere(
              target(owner(DescribedPredicate.describe("Hmac", t -> t.isEquivalentTo(Hmac.class))))
                  .and(target(nameMatching("constantTimeEquals"))))
          .because("a signature is made here to be compared with one that came");

  @ArchTest
  static final ArchRule noSignatureIsComparedAsAText =
      noMethods()
          .should(COMPARE_AS_TEXTS)
          .because("String.equals stops at the first character that differs");

  private static boolean isKeyed(JavaClass owner, String method) {
    return owner.isEquivalentTo(Hmac.class) && method.startsWith("sha");
  }
}
