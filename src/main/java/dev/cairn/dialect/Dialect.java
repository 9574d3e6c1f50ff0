package dev.cairn.dialect;

import dev.cairn.protocol.Answer;
import dev.cairn.protocol.OperationTable;
import java.util.Map;

/**
 * A dialect: everything that the gateway needs to speak it.
 *
 * @param codecs of the operations that are built; one that the table knows and that has no codec is
 *     NotImplemented
 * @param fixed answers to operations that everybody gets alike, before anything else is looked at
 */
public record Dialect(
    Vocabulary vocabulary,
    Recogniser recogniser,
    Addressing addressing,
    OperationTable<Operation> operations,
    Authenticator authenticator,
    Map<Operation, Codec<?, ?>> codecs,
    FailureRenderer failures,
    CommonHeaders commonHeaders,
    Map<Operation, Answer> fixed) {
  public Dialect {
    codecs = Map.copyOf(codecs);
    fixed = Map.copyOf(fixed);
  }

  /** One that has no fixed answers. */
  public Dialect(
      Vocabulary vocabulary,
      Recogniser recogniser,
      Addressing addressing,
      OperationTable<Operation> operations,
      Authenticator authenticator,
      Map<Operation, Codec<?, ?>> codecs,
      FailureRenderer failures,
      CommonHeaders commonHeaders) {
    this(
        vocabulary,
        recogniser,
        addressing,
        operations,
        authenticator,
        codecs,
        failures,
        commonHeaders,
        Map.of());
  }
}
