package dev.cairn.persistence;

import dev.cairn.model.StoredObject;
import io.vertx.pgclient.impl.RowImpl;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import io.vertx.sqlclient.impl.RowDesc;
import java.sql.JDBCType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Pages of a listing made of the rows that the database answered, in a second. */
@State(Scope.Benchmark)
public class ListedRowsBenchmark {
  private static final int PAGE = 1000;

  private final List<Row> rows = new ArrayList<>();

  @Setup
  public void fill() {
    List<String> names = List.copyOf(values(0).keySet());
    RowDesc columns =
        new RowDesc(names.stream().map(Column::new).toArray(ColumnDescriptor[]::new)) {};
    for (int i = 0; i < PAGE; i++) {
      RowImpl row = new RowImpl(columns);
      values(i).values().forEach(row::addValue);
      rows.add(row);
    }
  }

  private static Map<String, Object> values(int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", new UUID(1, number));
    values.put("key", "some/folder/object-" + number);
    values.put("size", 4096L);
    values.put("etag", "5d41402abc4b2a76b9719d911017c592");
    values.put("modified", Rows.timestamp(Instant.ofEpochMilli(number)));
    values.put("storage_class", null);
    values.put("checksums", null);
    values.put("parts", 0);
    for (String absent :
        List.of("owner", "appends", "symlink_target", "restored_until", "restoring")) {
      values.put(absent, null);
    }
    values.put("content_type", "text/plain");
    return values;
  }

  private record Column(String name) implements ColumnDescriptor {
    @Override
    public boolean isArray() {
      return false;
    }

    @Override
    public String typeName() {
      return "any";
    }

    @Override
    public JDBCType jdbcType() {
      return JDBCType.OTHER;
    }
  }

  @Benchmark
  public List<StoredObject> read() {
    return rows.stream().map(Rows::listedObject).toList();
  }
}
