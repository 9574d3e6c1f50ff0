package dev.cairn.dialect.family.codec;

import dev.cairn.core.object.ReadConditions;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.protocol.ConditionHeaders;
import dev.cairn.protocol.Headers;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of reads, copies and writes. */
public final class Conditions {
  private static final List<String> OF_READS_ONLY =
      List.of("If-Modified-Since", "If-Unmodified-Since");

  private static final List<String> ALL =
      List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

  private final Vocabulary words;

  public Conditions(Vocabulary words) {
    this.words = words;
  }

  public ReadConditions ofRead(Headers headers) {
    return conditions(ConditionHeaders.parse(headers, ""));
  }

  public ReadConditions ofCopySource(Headers headers) {
    ReadConditions read = conditions(ConditionHeaders.parse(headers, words.header("copy-source-")));
    // One vendor's pages spell it without the second hyphen.
    String misspelt = words.header("copy-source-if-nonematch");
    Optional<String> value = headers.first(misspelt);
    if (value.isEmpty()) {
      return read;
    }
    Headers spelt = Headers.builder().add("if-none-match", value.get()).build();
    Optional<List<ETag>> tags = ConditionHeaders.parse(spelt, "").ifNoneMatch();
    if (read.ifNoneMatch().isPresent() && !read.ifNoneMatch().equals(tags)) {
      throw new Failure.InvalidArgument(
              misspelt, value.get(), "the two spellings of this header differ")
          .exception();
    }
    return new ReadConditions(
        read.ifMatch(), tags, read.ifModifiedSince(), read.ifUnmodifiedSince());
  }

  /** {@code If-None-Match: *} or {@code If-Match}; nobody has anything else on writes. */
  public WriteCondition ofWrite(Headers headers) {
    OF_READS_ONLY.stream().filter(headers::has).findFirst().ifPresent(Conditions::refuse);
    ConditionHeaders sent = ConditionHeaders.parse(headers, "");
    if (sent.ifNoneMatch().isPresent()) {
      if (sent.ifMatch().isPresent() || !sent.ifNoneMatch().get().isEmpty()) {
        refuse("If-None-Match");
      }
      return new WriteCondition.IfAbsent();
    }
    return sent.ifMatch()
        .<WriteCondition>map(WriteCondition.IfMatch::new)
        .orElse(WriteCondition.NONE);
  }

  /** {@code If-Match}, the only condition of a deletion. */
  public WriteCondition ofDelete(Headers headers) {
    if (headers.has("If-None-Match")) {
      refuse("If-None-Match");
    }
    return ofWrite(headers);
  }

  /** Of operations that know no condition. */
  public void refuseAll(Headers headers) {
    ALL.stream().filter(headers::has).findFirst().ifPresent(Conditions::refuse);
  }

  private static void refuse(String header) {
    throw new Failure.NotImplemented(header).exception();
  }

  private static ReadConditions conditions(ConditionHeaders sent) {
    return new ReadConditions(
        sent.ifMatch(), sent.ifNoneMatch(), sent.ifModifiedSince(), sent.ifUnmodifiedSince());
  }
}
