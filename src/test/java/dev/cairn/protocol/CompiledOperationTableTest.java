package dev.cairn.protocol;

import static dev.cairn.protocol.Scope.BUCKET;
import static dev.cairn.protocol.Scope.OBJECT;
import static dev.cairn.protocol.Scope.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.OperationTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledOperationTableTest {
  enum Op {
    LIST_BUCKETS,
    CREATE_BUCKET,
    DELETE_BUCKET,
    LIST,
    LIST_V2,
    GET_ACL,
    PUT_ACL,
    PUT_POLICY,
    LIST_INVENTORIES,
    GET_INVENTORY,
    PUT,
    COPY,
    PUT_PART,
    COPY_PART,
    GET,
    COMPLETE,
    DELETE
  }

  private static final String COPY_SOURCE = "x-amz-copy-source";
  private static final List<Row<Op>> ROWS =
      List.of(
          row("GET", SERVICE, Op.LIST_BUCKETS),
          row("PUT", BUCKET, Op.CREATE_BUCKET),
          row("DELETE", BUCKET, Op.DELETE_BUCKET),
          row("GET", BUCKET, Op.LIST),
          row("GET", BUCKET, Op.LIST_V2, "list-type=2"),
          row("GET", BUCKET, Op.GET_ACL, "acl"),
          row("PUT", BUCKET, Op.PUT_ACL, "acl"),
          row("PUT", BUCKET, Op.PUT_POLICY, "policy"),
          row("GET", BUCKET, Op.LIST_INVENTORIES, "inventory"),
          row("GET", BUCKET, Op.GET_INVENTORY, "inventory", "id"),
          row("PUT", OBJECT, Op.PUT),
          new Row<>("PUT", OBJECT, Set.of(), Set.of(COPY_SOURCE), Op.COPY),
          row("PUT", OBJECT, Op.PUT_PART, "partNumber", "uploadId"),
          new Row<>(
              "PUT", OBJECT, Set.of("partNumber", "uploadId"), Set.of(COPY_SOURCE), Op.COPY_PART),
          row("GET", OBJECT, Op.GET),
          row("GET", OBJECT, Op.GET, "partNumber"),
          row("POST", OBJECT, Op.COMPLETE, "uploadId"),
          row("DELETE", OBJECT, Op.DELETE));

  private final CompiledOperationTable<Op> table =
      new CompiledOperationTable<>(ROWS, Set.of("torrent"), Set.of("prefix", "delimiter"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GET,SERVICE,-,LIST_BUCKETS",
        "GET,SERVICE,x-id=ListBuckets,LIST_BUCKETS",
        "DELETE,BUCKET,-,DELETE_BUCKET",
        "GET,BUCKET,-,LIST",
        "GET,BUCKET,prefix=&delimiter=,LIST",
        "GET,BUCKET,prefix,LIST",
        "GET,BUCKET,list-type=2&prefix=a,LIST_V2",
        "GET,BUCKET,list-type=1,LIST",
        "GET,BUCKET,acl,GET_ACL",
        "GET,BUCKET,acl=,GET_ACL",
        "GET,BUCKET,%61cl,GET_ACL",
        "PUT,BUCKET,acl,PUT_ACL",
        "GET,BUCKET,inventory,LIST_INVENTORIES",
        "GET,BUCKET,inventory&id=1,GET_INVENTORY",
        "GET,BUCKET,id=1,LIST",
        "PUT,OBJECT,-,PUT",
        "PUT,OBJECT,uploadId=u&partNumber=1,PUT_PART",
        "GET,OBJECT,partNumber=1,GET",
        "POST,OBJECT,uploadId=u,COMPLETE",
      })
  void findsTheOperation(String method, Scope scope, String query, Op expected) {
    Op found = table.match(method, scope, Query.parse(query), Headers.NONE);

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, BUCKET, acl&acl",
    "GET, BUCKET, prefix=a&prefix=b",
    "GET, BUCKET, prefix=a&delimiter=/&prefix=a",
    "GET, BUCKET, list-type=2&list-type=1",
    "PUT, OBJECT, uploadId=u&partNumber=1&partNumber=2",
    "PUT, OBJECT, uploadId=u&partNumber=1&%75ploadId=v",
  })
  void refusesAKnownParameterThatIsGivenTwice(String method, Scope scope, String query) {
    assertThatThrownBy(() -> table.match(method, scope, Query.parse(query), Headers.NONE))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidArgument.class));
  }

  @Test
  void ignoresWhatItDoesNotKnowHoweverOften() {
    Op found = table.match("GET", BUCKET, Query.parse("x-id=a&x-id=b"), Headers.NONE);

    assertThat(found).isEqualTo(Op.LIST);
  }

  @Test
  void tellsCopiesByTheirHeader() {
    Headers copying = Headers.builder().add("X-Amz-Copy-Source", "/b/k").build();

    assertThat(table.match("PUT", OBJECT, Query.parse(null), copying)).isEqualTo(Op.COPY);
    assertThat(table.match("PUT", OBJECT, Query.parse("partNumber=1&uploadId=u"), copying))
        .isEqualTo(Op.COPY_PART);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // What no row knows, with or without the equals sign
        "GET,BUCKET,foo,NotImplemented",
        "GET,BUCKET,foo=,NotImplemented",
        "GET,BUCKET,acl&foo,NotImplemented",
        "GET,BUCKET,foo&acl&policy,NotImplemented",
        "GET,BUCKET,id,NotImplemented",
        // Known, and not for this method or this scope
        "DELETE,BUCKET,policy,NotImplemented",
        "DELETE,BUCKET,policy=x,NotImplemented",
        "DELETE,OBJECT,policy,NotImplemented",
        "GET,OBJECT,torrent,NotImplemented",
        "GET,OBJECT,torrent=1,NotImplemented",
        "DELETE,OBJECT,partNumber=1,NotImplemented",
        // Known, and not enough
        "PUT,OBJECT,partNumber=1,InvalidRequest",
        "PUT,OBJECT,uploadId=u,InvalidRequest",
        // Two at once
        "GET,BUCKET,acl&inventory,InvalidRequest",
        "PUT,OBJECT,uploadId=u&partNumber=1&acl,InvalidRequest",
        "POST,OBJECT,uploadId=u&partNumber=1,InvalidRequest",
        // Methods
        "PATCH,OBJECT,-,MethodNotAllowed",
        "get,OBJECT,-,MethodNotAllowed",
        "DELETE,SERVICE,-,MethodNotAllowed",
        "POST,OBJECT,-,MethodNotAllowed",
      })
  void refusesWhatItDoesNotUnderstand(String method, Scope scope, String query, String failure) {
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class,
            () -> table.match(method, scope, Query.parse(query), Headers.NONE));

    assertThat(thrown.failure().getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void namesTheMethodsThatAResourceHas() {
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class,
            () -> table.match("PATCH", Scope.OBJECT, Query.parse(""), Headers.NONE));

    assertThat(thrown.failure())
        .isEqualTo(
            new Failure.MethodNotAllowed(
                "PATCH", "OBJECT", new TreeSet<>(Set.of("DELETE", "GET", "PUT"))));
  }

  @Test
  void namesTheUnknownSubResource() {
    assertThatThrownBy(() -> table.match("GET", BUCKET, Query.parse("foo&bar"), Headers.NONE))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isEqualTo(new Failure.NotImplemented("foo")));
  }

  @Test
  void doesNotStartWithTheSameRowTwice() {
    List<Row<Op>> rows = with(row("GET", BUCKET, Op.GET, "acl"));

    assertThatThrownBy(() -> compile(rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET_ACL")
        .hasMessageContaining("operation=GET]");
  }

  @Test
  void doesNotStartWithRowsThatOneRequestMatchesAlike() {
    List<Row<Op>> rows = with(row("GET", BUCKET, Op.GET, "fetch=all"));

    assertThatThrownBy(() -> compile(rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("list-type=2")
        .hasMessageContaining("fetch=all");
  }

  @Test
  void startsWithRowsThatExcludeEachOtherByValue() {
    List<Row<Op>> rows = with(row("GET", BUCKET, Op.GET, "list-type=3"));

    assertThat(compile(rows).match("GET", BUCKET, Query.parse("list-type=3"), Headers.NONE))
        .isEqualTo(Op.GET);
  }

  @Test
  void doesNotStartWithARowWithoutAnySubResource() {
    List<Row<Op>> rows = with(row("POST", OBJECT, Op.PUT, "append", "position"));

    assertThatThrownBy(() -> compile(rows)).hasMessageContaining("append");
    assertThat(new CompiledOperationTable<>(rows, Set.of("append"), Set.of()).rows())
        .containsAll(rows);
  }

  @Test
  void doesNotStartWithAParameterThatIsASubResource() {
    assertThatThrownBy(() -> new CompiledOperationTable<>(ROWS, Set.of(), Set.of("acl")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("acl");
  }

  @Test
  void requiresTheValueOfASubResourceThatHasOne() {
    List<Row<Op>> rows = with(row("POST", OBJECT, Op.PUT, "comp=add"));
    CompiledOperationTable<Op> withComp =
        new CompiledOperationTable<>(rows, Set.of("comp"), Set.of());

    assertThat(withComp.match("POST", OBJECT, Query.parse("comp=add"), Headers.NONE))
        .isEqualTo(Op.PUT);
    assertThatThrownBy(() -> withComp.match("POST", OBJECT, Query.parse("comp=x"), Headers.NONE))
        .isInstanceOf(FailureException.class);
  }

  private static List<Row<Op>> with(Row<Op> row) {
    List<Row<Op>> rows = new ArrayList<>(ROWS);
    rows.add(row);
    return rows;
  }

  private static CompiledOperationTable<Op> compile(List<Row<Op>> rows) {
    return new CompiledOperationTable<>(rows, Set.of(), Set.of());
  }

  private static Row<Op> row(String method, Scope scope, Op operation, String... queryKeys) {
    return new Row<>(method, scope, Set.of(queryKeys), Set.of(), operation);
  }
}
