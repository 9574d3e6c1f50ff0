package dev.cairn.dialect.s2;

import dev.cairn.core.Input;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.protocol.Answer;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A listing in the format that the request asks for: XML, or JSON by {@code formatter=json}.
 *
 * @param xml the request and the answer as AWS has them
 * @param byJson reads requests for JSON, whose pages have another size
 * @param json writes the answer
 */
record S2Formats<I extends Input<R>, R>(
    Codec<I, R> xml, Codec<I, R> byJson, BiFunction<R, Codec.Exchange<I>, Answer> json)
    implements Codec<I, R> {
  private static final Set<Operation> WITH_JSON =
      Set.of(Operation.ListBuckets, Operation.ListObjects);

  /** Whether JSON is asked for where there is none. */
  static boolean isAskedInVain(RequestHead head) {
    return isAsked(head) && !WITH_JSON.contains(head.operation());
  }

  private static boolean isAsked(RequestHead head) {
    return head.query().find("formatter").filter("json"::equals).isPresent();
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    return isAsked(head) ? byJson.decode(head) : xml.decode(head);
  }

  @Override
  public Answer encode(R result, Exchange<I> exchange) {
    return isAsked(exchange.head()) ? json.apply(result, exchange) : xml.encode(result, exchange);
  }
}
