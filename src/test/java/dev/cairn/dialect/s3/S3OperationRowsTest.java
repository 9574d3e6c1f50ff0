package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.dialect.Operation;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.OperationTable;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.Scope;
import dev.cairn.protocol.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class S3OperationRowsTest {
  private final OperationTable<Operation> table = S3Dialect.operations();

  /** One line of the model table. */
  record Documented(String name, String method, Target target, Headers headers) {
    Scope scope() {
      long slashes = target.rawPath().chars().filter(c -> c == '/').count();
      return target.rawPath().equals("/")
          ? Scope.SERVICE
          : slashes == 1 ? Scope.BUCKET : Scope.OBJECT;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Documented> model() {
    return lines().map(S3OperationRowsTest::parse);
  }

  @ParameterizedTest
  @MethodSource("model")
  void matchesEachOperationOfTheModelByItsName(Documented operation) {
    Operation matched =
        table.match(
            operation.method(),
            operation.scope(),
            Query.parse(operation.target().rawQuery()),
            operation.headers());

    assertThat(matched).hasToString(operation.name());
  }

  @Test
  void knowsNoOperationThatIsNotDocumented() {
    Set<String> documented = model().map(Documented::name).collect(Collectors.toSet());

    Set<String> rows =
        table.rows().stream().map(row -> row.operation().name()).collect(Collectors.toSet());

    assertThat(rows).containsExactlyInAnyOrderElementsOf(documented);
    assertThat(Arrays.stream(Operation.values()).map(Enum::name)).containsAll(documented);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, BUCKET, policy=&x=1, DeleteBucketPolicy",
    "GET, BUCKET, prefix=&delimiter=&marker=&max-keys=5&encoding-type=url, ListObjects",
    "GET, BUCKET, list-type=2&prefix=&continuation-token=, ListObjectsV2",
    "GET, BUCKET, list-type=3, ListObjects",
    "GET, OBJECT, x-id=GetObject, GetObject",
    "GET, OBJECT, partNumber=3, GetObject",
    "HEAD, OBJECT, partNumber=3&versionId=null, HeadObject",
    "GET, OBJECT, response-content-type=, GetObject",
    "GET, OBJECT, uploadId=A&part-number-marker=3, ListParts",
    "PUT, OBJECT, unknown=value, PutObject",
    "GET, OBJECT, id=7, GetObject"
  })
  void ignoresParametersThatDecideNothing(
      String method, Scope scope, String query, Operation expected) {
    Operation matched = table.match(method, scope, Query.parse(query), Headers.NONE);

    assertThat(matched).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, OBJECT, append, NotImplemented",
    "DELETE, BUCKET, unheard-of=, NotImplemented",
    "DELETE, BUCKET, acl, NotImplemented",
    "DELETE, BUCKET, versioning, NotImplemented",
    "DELETE, BUCKET, policy&cors, InvalidRequest",
    "DELETE, BUCKET, analytics, InvalidRequest",
    "DELETE, OBJECT, acl, NotImplemented",
    "DELETE, OBJECT, uploads, NotImplemented",
    "PUT, OBJECT, partNumber=1, InvalidRequest",
    "PUT, OBJECT, uploadId=A, InvalidRequest",
    "POST, OBJECT, '', MethodNotAllowed",
    "PUT, SERVICE, '', MethodNotAllowed",
    "TRACE, OBJECT, '', MethodNotAllowed",
    "GET, OBJECT, uploadId=A&acl, InvalidRequest"
  })
  void refusesWhatNoRowSays(String method, Scope scope, String query, String failure) {
    assertThatThrownBy(() -> table.match(method, scope, Query.parse(query), Headers.NONE))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().getClass().getSimpleName()).isEqualTo(failure))
        .extracting(e -> ((FailureException) e).failure())
        .isInstanceOf(Failure.class);
  }

  private static Documented parse(String line) {
    String[] aliased = line.split(" = ", -1);
    String[] words = aliased[0].split(" ", -1);
    Headers.Builder headers = Headers.builder();
    Arrays.stream(words).skip(3).forEach(name -> headers.add(name, "value"));
    return new Documented(
        aliased.length > 1 ? aliased[1] : words[0],
        words[1],
        Target.parse(words[2]),
        headers.build());
  }

  private static Stream<String> lines() {
    try (InputStream in =
        S3OperationRowsTest.class.getResourceAsStream("S3OperationRowsTest_model.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
