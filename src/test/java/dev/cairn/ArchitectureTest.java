package dev.cairn;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The map of the packages: who may know whom. The README draws it, this test holds it. */
@AnalyzeClasses(packages = "dev.cairn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String JDK = "java..";
  private static final String VECTORS = "jdk.incubator.vector..";
  private static final String MODEL = "dev.cairn.model..";
  private static final String BODY = "dev.cairn.core.body..";
  private static final String CORE = "dev.cairn.core..";
  private static final String PROTOCOL = "dev.cairn.protocol..";
  private static final String DIALECT = "dev.cairn.dialect..";
  private static final String GATEWAY = "dev.cairn.gateway..";
  private static final String PERSISTENCE = "dev.cairn.persistence..";
  private static final String BLOB = "dev.cairn.blob..";
  private static final String ADMIN = "dev.cairn.admin..";
  private static final String BOOT = "dev.cairn.boot..";

  /** The technical types of the core: asynchronous results, and bytes. */
  private static final DescribedPredicate<JavaClass> ASYNCHRONOUS_BYTES =
      resideInAnyPackage("io.smallrye.mutiny..")
          .or(belongToAnyOf(io.vertx.core.buffer.Buffer.class));

  private static final DescribedPredicate<JavaClass> CORE_BUT_ITS_BODY =
      resideInAnyPackage(CORE)
          .and(resideOutsideOfPackages(BODY))
          .as("reside in core, core.body apart");

  @ArchTest
  static final ArchRule modelIsPure =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(MODEL, JDK)
          .allowEmptyShould(true)
          .because("the domain outlives every framework");

  @ArchTest
  static final ArchRule coreKnowsNoTechnology =
      classes()
          .that(CORE_BUT_ITS_BODY)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(CORE, MODEL, JDK).or(ASYNCHRONOUS_BYTES))
          .allowEmptyShould(true)
          .because("what the service does is told without HTTP, SQL, files or a dialect");

  @ArchTest
  static final ArchRule objectsAreReadThroughTheGuard =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .and()
          .doNotHaveSimpleName("GuardedObjects")
          // Their early checks show nothing of an object but to who may replace it.
          .and()
          .haveNameNotMatching(".*(PutObject|AppendObject|CreateMultipartUpload)Handler")
          // Tags are the bucket owner's alone.
          .and()
          .haveNameNotMatching(".*ObjectTaggingHandler")
          .should()
          .callMethodWhere(
              target(owner(assignableTo("dev.cairn.core.object.ObjectCatalog")))
                  .and(target(nameMatching("find|open"))))
          .allowEmptyShould(true)
          .because("whether a caller may read an object is decided on the object that is read");

  @ArchTest
  static final ArchRule bodyKnowsOnlyTheModel =
      classes()
          .that()
          .resideInAPackage(BODY)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(BODY, MODEL, JDK, VECTORS).or(ASYNCHRONOUS_BYTES))
          .allowEmptyShould(true)
          .because("protocol and core share it, so it can know neither");

  @ArchTest
  static final ArchRule protocolKnowsNoOperation =
      onlyKnows(PROTOCOL, PROTOCOL, BODY, MODEL)
          .because("HTTP craft serves any dialect and any operation");

  @ArchTest
  static final ArchRule dialectsTranslate =
      onlyKnows(DIALECT, DIALECT, PROTOCOL, CORE, MODEL)
          .because("a dialect stands between the wire and the core, and knows no storage");

  @ArchTest
  static final ArchRule dialectsAreStrangers =
      slices()
          .matching("dev.cairn.dialect.(s3|s2|obs|oss|sts)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true)
          .because("what two dialects share is family's; a change to one cannot break another");

  @ArchTest
  static final ArchRule familyKnowsNoMember =
      noClasses()
          .that()
          .resideInAPackage("dev.cairn.dialect.family..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.cairn.dialect.s3..",
              "dev.cairn.dialect.s2..",
              "dev.cairn.dialect.obs..",
              "dev.cairn.dialect.oss..",
              "dev.cairn.dialect.sts..")
          .allowEmptyShould(true)
          .because("the shared parts take their vocabulary as an argument");

  @ArchTest
  static final ArchRule gatewayDrives =
      onlyKnows(GATEWAY, GATEWAY, DIALECT, PROTOCOL, CORE, MODEL)
          .because("the stages run over ports; boot gives them what stands behind");

  @ArchTest
  static final ArchRule persistenceIsAnAdapter =
      onlyKnows(PERSISTENCE, PERSISTENCE, CORE, MODEL)
          .because("the catalog's adapter serves the core's ports and knows nothing of bytes");

  @ArchTest
  static final ArchRule blobIsAnAdapter =
      onlyKnows(BLOB, BLOB, CORE, MODEL)
          .because("the bytes' adapter serves the core's ports and knows nothing of the catalog");

  @ArchTest
  static final ArchRule adminStandsApart =
      onlyKnows(ADMIN, ADMIN, CORE, MODEL).because("the admin API is our own JSON, not a dialect");

  @ArchTest
  static final ArchRule nothingKnowsBoot =
      noClasses()
          .that()
          .resideOutsideOfPackage(BOOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BOOT)
          .allowEmptyShould(true)
          .because("assembly is the last thing that happens");

  @ArchTest
  static final ArchRule everyClassHasAPlaceOnTheMap =
      classes()
          .should()
          .resideInAnyPackage(
              MODEL, CORE, PROTOCOL, DIALECT, GATEWAY, PERSISTENCE, BLOB, ADMIN, BOOT)
          .allowEmptyShould(true)
          .because("a new top-level package is a decision about the whole house");

  @ArchTest
  static final ArchRule entitiesStayHome =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .or()
          .areAnnotatedWith("jakarta.persistence.Embeddable")
          .should()
          .resideInAPackage(PERSISTENCE)
          .andShould()
          .bePackagePrivate()
          .allowEmptyShould(true)
          .because("records of the model leave persistence, entities never do");

  @ArchTest
  static final ArchRule sqlStaysHome =
      noClasses()
          .that()
          .resideOutsideOfPackages(PERSISTENCE, BOOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "jakarta.persistence..",
              "org.hibernate..",
              "org.flywaydb..",
              "io.vertx.sqlclient..",
              "io.vertx.pgclient..",
              "io.vertx.mutiny.sqlclient..",
              "io.vertx.mutiny.pgclient..")
          .allowEmptyShould(true)
          .because("the catalog ports are the only way to the database");

  @ArchTest
  static final ArchRule topLevelPackagesAreFreeOfCycles =
      slices()
          .matching("dev.cairn.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("imports only go downward");

  @ArchTest
  static final ArchRule subPackagesAreFreeOfCycles =
      slices()
          .matching("dev.cairn.(*).(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("a cycle inside a package is a package that was never divided");

  @ArchTest
  static final ArchRule noDrawers =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..config..", "..util..", "..utils..", "..common..", "..helper..", "..helpers..")
          .allowEmptyShould(true)
          .because("a drawer for everything says nothing; each package owns its own parts");

  @ArchTest
  static final ArchRule namesSayWhat =
      noClasses()
          .should()
          .haveNameMatching(".*[.$][A-Za-z0-9_]*(Impl|Utils?|Helpers?|Manager)")
          .orShould()
          .haveNameMatching(".*[.$]Base[A-Z][A-Za-z0-9_]*")
          .allowEmptyShould(true)
          .because("ports are nouns and adapters say how; these words say neither");

  @ArchTest
  static final ArchRule injectionIsByConstructor =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .allowEmptyShould(true)
          .because("a class that is made by its constructor can be made in a plain test");

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses imported) throws IOException {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent))
          .as("folders of sources; a newcomer reads their package-info first")
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).isRegularFile());
    }
  }

  /** Of our own packages, {@code from} may know only {@code known}. */
  private static ArchRule onlyKnows(String from, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat(resideInAPackage("dev.cairn..").and(resideOutsideOfPackages(known)))
        .allowEmptyShould(true);
  }
}
