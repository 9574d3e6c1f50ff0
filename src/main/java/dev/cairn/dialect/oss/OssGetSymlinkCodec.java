package dev.cairn.dialect.oss;

import dev.cairn.core.object.GetObjectMeta;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Decoded;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.ObjectKeys;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.StoredObject;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.HttpDates;
import dev.cairn.protocol.PercentCoding;

/** GetSymlink: where a link leads, and what there is to say of it. */
final class OssGetSymlinkCodec implements Codec<GetObjectMeta, StoredObject> {
  private final Vocabulary words;

  OssGetSymlinkCodec(Vocabulary words) {
    this.words = words;
  }

  @Override
  public Decoded<GetObjectMeta> decode(RequestHead head) {
    return Decoded.of(new GetObjectMeta(ObjectKeys.of(head)));
  }

  @Override
  public Answer encode(StoredObject object, Exchange<GetObjectMeta> exchange) {
    if (!(object.kind() instanceof ObjectKind.Symlink(ObjectKey target))) {
      throw new Failure.NotSymlink(object.key()).exception();
    }
    Headers.Builder headers =
        Headers.builder()
            .add("ETag", words.eTags().header(object.eTag()))
            .add("Last-Modified", HttpDates.format(object.lastModified()))
            .add(OssPutSymlinkCodec.TARGET, PercentCoding.encodePath(target.value()));
    object
        .metadata()
        .user()
        .forEach((name, value) -> headers.add(words.metadataPrefix() + name, value));
    return Answer.empty(200, headers.build());
  }
}
