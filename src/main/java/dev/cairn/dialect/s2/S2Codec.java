package dev.cairn.dialect.s2;

import dev.cairn.core.Input;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What S2 has of its own in all its operations: metadata that only the service writes, lengths that
 * must be said, checksums that only those who ask for them see.
 *
 * @param <I> what the operation takes
 * @param <R> what comes of it
 */
final class S2Codec<I extends Input<R>, R> implements Codec<I, R> {
  private static final Set<Operation> READING = Set.of(Operation.GetObject, Operation.HeadObject);
  private static final Set<Operation> WITH_DATA =
      Set.of(Operation.PutObject, Operation.AppendObject, Operation.UploadPart);

  private static final Set<Operation> IN_JSON =
      Set.of(
          Operation.GetBucketAcl,
          Operation.PutBucketAcl,
          Operation.GetObjectAcl,
          Operation.PutObjectAcl);

  private final Codec<I, R> speaking;
  private final Codec<I, R> silent;

  /**
   * @param speaking knows AWS's checksums
   * @param silent the same without them
   */
  S2Codec(Codec<I, R> speaking, Codec<I, R> silent) {
    this.speaking = speaking;
    this.silent = silent;
  }

  @Override
  public Decoded<I> decode(RequestHead head) {
    if (WITH_DATA.contains(head.operation())) {
      S2Lengths.check(head);
    }
    if (!IN_JSON.contains(head.operation()) && S2Formats.isAskedInVain(head)) {
      throw new Failure.NotImplemented("formatter=json").exception();
    }
    return speaking.decode(
        new RequestHead(
            head.raw(),
            head.address(),
            head.operation(),
            only(head.headers(), name -> mayPass(name, head.operation()))));
  }

  @Override
  public Answer encode(R result, Exchange<I> exchange) {
    Codec<I, R> codec = asksForChecksums(exchange.head().headers()) ? speaking : silent;
    if (!READING.contains(exchange.head().operation())) {
      Answer answer = codec.encode(result, exchange);
      return with(
          answer, only(answer.headers(), name -> mayPass(name, exchange.head().operation())));
    }
    GetObjectResult read = (GetObjectResult) result;
    @SuppressWarnings("unchecked") // Only a GetObject has such a result, and it is one again.
    R shown =
        (R) new GetObjectResult(S2Reading.shown(read.object()), read.partial(), read.content());
    Answer answer = codec.encode(shown, exchange);
    return with(
        answer,
        Headers.builder()
            .addAll(answer.headers())
            .add(S2Vocabulary.RESERVED_METADATA + "size", Long.toString(read.object().size()))
            .build());
  }

  private static Answer with(Answer answer, Headers headers) {
    return new Answer(answer.status(), headers, answer.payload());
  }

  private static boolean mayPass(String name, Operation operation) {
    return !isReserved(name)
        || (operation == Operation.AppendObject && S2AppendForm.controls(name));
  }

  private static boolean isReserved(String name) {
    return name.startsWith(S2Vocabulary.RESERVED_METADATA);
  }

  private static boolean asksForChecksums(Headers headers) {
    for (String name : headers.names()) {
      if (name.startsWith("x-amz-checksum-")
          || name.equals("x-amz-trailer")
          || name.equals("x-amz-sdk-checksum-algorithm")) {
        return true;
      }
    }
    return false;
  }

  private static Headers only(Headers headers, Predicate<String> names) {
    Headers.Builder kept = Headers.builder();
    for (Headers.Field field : headers.fields()) {
      if (names.test(field.name().toLowerCase(java.util.Locale.ROOT))) {
        kept.add(field.name(), field.value());
      }
    }
    return kept.build();
  }
}
