package dev.cairn.dialect.oss;

import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.family.codec.Conditions;
import dev.cairn.dialect.family.codec.WriteConditions;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;

/**
 * The one condition of OSS's writes, {@code x-oss-forbid-overwrite}: HTTP's are not implemented.
 */
final class OssWriteConditions implements WriteConditions {
  private static final String FORBID_OVERWRITE = "x-oss-forbid-overwrite";

  private final Conditions conditions;

  OssWriteConditions(Conditions conditions) {
    this.conditions = conditions;
  }

  /** Of a deletion, which knows none. */
  WriteCondition none(Headers headers) {
    conditions.refuseAll(headers);
    return WriteCondition.NONE;
  }

  @Override
  public WriteCondition read(Headers headers) {
    conditions.refuseAll(headers);
    String value = headers.first(FORBID_OVERWRITE).orElse("false");
    return switch (value) {
      case "true" -> new WriteCondition.IfAbsent();
      case "false" -> WriteCondition.NONE;
      default ->
          throw new Failure.InvalidArgument(FORBID_OVERWRITE, value, "must be true or false")
              .exception();
    };
  }
}
