package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.UploadPartCopy;
import dev.cairn.core.object.CopyResult;
import dev.cairn.core.object.RangeMisfit;
import dev.cairn.core.object.SourceRules;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.ByteRange;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.RangeHeader;
import java.util.Optional;

/** UploadPartCopy. */
public final class UploadPartCopyCodec implements Codec<UploadPartCopy, CopyResult> {
  private final Vocabulary words;
  private final CopySource sources;
  private final Conditions conditions;
  private final CopyResults results;
  private final RangeMisfit misfit;
  private final SourceRules rules;

  public UploadPartCopyCodec(Vocabulary words) {
    this(words, CopyResultStyle.AWS);
  }

  public UploadPartCopyCodec(Vocabulary words, CopyResultStyle style) {
    this(words, style, RangeMisfit.REFUSED, SourceRules.anything(words.limits().entityBytes()));
  }

  /**
   * @param misfit what becomes of a range that is none, or not the source's
   * @param rules what may become a part
   */
  public UploadPartCopyCodec(
      Vocabulary words, CopyResultStyle style, RangeMisfit misfit, SourceRules rules) {
    this.rules = rules;
    this.misfit = misfit;
    this.words = words;
    this.sources = new CopySource(words);
    this.conditions = new Conditions(words);
    this.results = new CopyResults(words, style);
  }

  @Override
  public Decoded<UploadPartCopy> decode(RequestHead head) {
    Parameters query = new Parameters(head.query());
    int number = query.partNumber(words.limits().partNumbers());
    conditions.refuseAll(head.headers());
    Decoded.Source source = sources.read(head);
    UploadPartCopy input =
        new UploadPartCopy(
            source.key(),
            conditions.ofCopySource(head.headers()),
            range(head),
            misfit,
            ObjectKeys.of(head),
            query.text("uploadId"),
            number,
            words.answered().algorithms(),
            rules);
    return CopyRequests.of(head, input, source);
  }

  private Optional<ByteRange> range(RequestHead head) {
    String name = words.header("copy-source-range");
    Optional<String> text = head.headers().first(name);
    try {
      return text.map(range -> RangeHeader.parseCopySource(name, range));
    } catch (FailureException e) {
      if (misfit == RangeMisfit.WHOLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Answer encode(CopyResult result, Exchange<UploadPartCopy> exchange) {
    return results.ofPart(result, exchange.head());
  }
}
