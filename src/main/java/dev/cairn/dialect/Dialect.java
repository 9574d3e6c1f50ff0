package dev.cairn.dialect;

import dev.cairn.protocol.Answer;
import dev.cairn.protocol.OperationTable;
import java.util.Map;
import java.util.Optional;

/**
 * A dialect: everything that the gateway needs to speak it.
 *
 * @param codecs of the operations that are built; one that the table knows and that has no codec is
 *     NotImplemented
 * @param fixed answers to operations that everybody gets alike, before anything else is looked at
 * @param form in which requests say what they ask for, of a dialect that is made so
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
    Map<Operation, Answer> fixed,
    Optional<RequestForm> form) {
  public Dialect {
    codecs = Map.copyOf(codecs);
    fixed = Map.copyOf(fixed);
  }

  /** One whose requests say with their heads what they ask for. */
  public Dialect(
      Vocabulary vocabulary,
      Recogniser recogniser,
      Addressing addressing,
      OperationTable<Operation> operations,
      Authenticator authenticator,
      Map<Operation, Codec<?, ?>> codecs,
      FailureRenderer failures,
      CommonHeaders commonHeaders,
      Map<Operation, Answer> fixed) {
    this(
        vocabulary,
        recogniser,
        addressing,
        operations,
        authenticator,
        codecs,
        failures,
        commonHeaders,
        fixed,
        Optional.empty());
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
