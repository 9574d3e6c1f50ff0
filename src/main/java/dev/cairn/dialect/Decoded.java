package dev.cairn.dialect;

import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Claims;
import dev.cairn.model.AccountId;
import dev.cairn.model.BucketName;
import dev.cairn.model.ObjectKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the head of a request says, before a byte of its body is read.
 *
 * @param source what a copy reads: authorised like the addressed bucket
 * @param expectedOwner the account that must own the addressed bucket, where the client says it
 */
public record Decoded<I extends Input<?>>(
    Rest<I> rest, Optional<Source> source, Optional<AccountId> expectedOwner) {

  /** The copy source. */
  public record Source(BucketName bucket, ObjectKey key, Optional<AccountId> expectedOwner) {}

  /** Bytes that follow a body of declared length; whatever it is, they are no request. */
  public enum Surplus {
    /** The request is refused, and nothing stored. */
    REFUSED,
    /** They are dropped; the body is what was declared. */
    DROPPED
  }

  /** What is still to come. */
  public sealed interface Rest<I extends Input<?>> {
    /** Nothing: the operation has no body. */
    record Nothing<I extends Input<?>>(I input) implements Rest<I> {}

    /**
     * A document, read whole; empty bytes where there is none.
     *
     * @param limit in bytes; a longer one is DocumentTooLarge
     * @param claims digests of it that the head claims
     */
    record Document<I extends Input<?>>(int limit, Claims claims, Function<byte[], I> toInput)
        implements Rest<I> {}

    /**
     * The bytes of an object or part, streamed.
     *
     * @param limit in bytes of payload; more is EntityTooLarge
     * @param claims digests of it that the head claims
     * @param surplus what becomes of bytes beyond the length that the head declares
     */
    record Data<I extends Input<?>>(
        long limit, Claims claims, Surplus surplus, Function<Body, I> toInput) implements Rest<I> {
      /** A surplus is refused. */
      public Data(long limit, Claims claims, Function<Body, I> toInput) {
        this(limit, claims, Surplus.REFUSED, toInput);
      }
    }
  }

  public static <I extends Input<?>> Decoded<I> of(I input) {
    return awaiting(new Rest.Nothing<>(input));
  }

  public static <I extends Input<?>> Decoded<I> of(I input, Source source) {
    return new Decoded<>(new Rest.Nothing<>(input), Optional.of(source), Optional.empty());
  }

  public static <I extends Input<?>> Decoded<I> awaiting(Rest<I> rest) {
    return new Decoded<>(rest, Optional.empty(), Optional.empty());
  }

  /** The same with another input. */
  public <J extends Input<?>> Decoded<J> map(Function<I, J> change) {
    Rest<J> changed =
        switch (rest) {
          case Rest.Nothing<I>(I input) -> new Rest.Nothing<>(change.apply(input));
          case Rest.Document<I> document ->
              new Rest.Document<>(
                  document.limit(), document.claims(), document.toInput().andThen(change));
          case Rest.Data<I> data ->
              new Rest.Data<>(
                  data.limit(), data.claims(), data.surplus(), data.toInput().andThen(change));
        };
    return new Decoded<>(changed, source, expectedOwner);
  }

  /** The same, of a bucket that this account must own. */
  public Decoded<I> ownedBy(Optional<AccountId> expected) {
    return new Decoded<>(rest, source, expected);
  }
}
