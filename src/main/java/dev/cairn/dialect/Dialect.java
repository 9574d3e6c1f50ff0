package dev.cairn.dialect;

import dev.cairn.protocol.OperationTable;
import java.util.Map;

/**
 * A dialect: everything that the gateway needs to speak it.
 *
 * @param codecs of the operations that are built; one that the table knows and that has no codec is
 *     NotImplemented
 */
public record Dialect(
    Vocabulary vocabulary,
    Recogniser recogniser,
    Addressing addressing,
    OperationTable<Operation> operations,
    Authenticator authenticator,
    Map<Operation, Codec<?, ?>> codecs,
    FailureRenderer failures,
    CommonHeaders commonHeaders) {
  public Dialect {
    codecs = Map.copyOf(codecs);
  }
}
