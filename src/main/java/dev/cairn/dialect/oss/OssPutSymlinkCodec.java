package dev.cairn.dialect.oss;

import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.PutSymlink;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.MetadataHeaders;
import dev.cairn.dialect.family.codec.ObjectKeys;
import dev.cairn.dialect.family.codec.WriteConditions;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.PercentCoding;

/** PutSymlink: the target is percent-encoded, and named like any object. */
final class OssPutSymlinkCodec implements Codec<PutSymlink, PutObjectResult> {
  static final String TARGET = "x-oss-symlink-target";

  private final Vocabulary words;
  private final MetadataHeaders metadata;
  private final WriteConditions conditions;

  OssPutSymlinkCodec(Vocabulary words, WriteConditions conditions) {
    this.words = words;
    this.metadata = new MetadataHeaders(words);
    this.conditions = conditions;
  }

  @Override
  public Decoded<PutSymlink> decode(RequestHead head) {
    return Decoded.of(
        new PutSymlink(
            ObjectKeys.writable(head, words),
            target(head),
            metadata.read(head.headers()),
            conditions.read(head.headers())));
  }

  private ObjectKey target(RequestHead head) {
    String sent =
        head.headers()
            .first(TARGET)
            .orElseThrow(() -> new Failure.MissingArgument(TARGET).exception());
    String name = decoded(sent);
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw refused(sent);
    }
    ObjectKey target = new ObjectKey(name);
    if (target.byteLength() > words.limits().keyBytes()) {
      throw new Failure.KeyTooLong(target.byteLength(), words.limits().keyBytes()).exception();
    }
    OssGuard.checkKey(target);
    return target;
  }

  private static String decoded(String sent) {
    try {
      return PercentCoding.decodePath(sent);
    } catch (FailureException e) {
      throw refused(sent);
    }
  }

  private static RuntimeException refused(String sent) {
    return new Failure.InvalidArgument(TARGET, sent, "The name of an object, percent-encoded.")
        .exception();
  }

  @Override
  public Answer encode(PutObjectResult result, Exchange<PutSymlink> exchange) {
    return Answer.empty(
        200, Headers.builder().add("ETag", words.eTags().header(result.eTag())).build());
  }
}
