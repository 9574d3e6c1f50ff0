package dev.cairn.core.object;

import dev.cairn.core.body.CrcCombiner;
import dev.cairn.core.body.Digest;
import dev.cairn.core.content.ReceivedContent;
import dev.cairn.model.Checksum;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.ObjectId;
import dev.cairn.model.ObjectKind;
import dev.cairn.model.ObjectMetadata;
import dev.cairn.model.StoredObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes what an object becomes, from what it was and what was received: not from its bytes. */
final class Grower {
  private final AppendObject input;
  private final ReceivedContent received;
  private final ObjectId newId;

  Grower(AppendObject input, ReceivedContent received, ObjectId newId) {
    this.input = input;
    this.received = received;
    this.newId = newId;
  }

  /** The digests of an object that those of bytes to come can continue. */
  static Set<DigestAlgorithm> continued(StoredObject object) {
    return object.checksums().stream()
        .filter(c -> c.type() == Checksum.Type.FULL_OBJECT && c.algorithm().combinable())
        .map(Checksum::algorithm)
        .collect(Collectors.toSet());
  }

  /**
   * What becomes of what is there; empty when it stays as it is, because nothing was added.
   *
   * @throws dev.cairn.model.FailureException when the rules refuse it
   */
  Optional<Growth> grow(Optional<StoredObject> there) {
    input.rules().check(input.key(), there, input.position(), received.size());
    if (there.isEmpty()) {
      return Optional.of(
          new Growth(newId, eTag("", 1), input.metadata(), checksums(Optional.empty()), 1, md5()));
    }
    StoredObject object = there.get();
    if (received.size() == 0 && !input.replacesMetadata()) {
      return Optional.empty();
    }
    int appends = appends(object) + 1;
    return Optional.of(
        new Growth(
            object.id(),
            eTag(object.eTag().value(), appends),
            metadata(object.metadata()),
            checksums(there),
            appends,
            md5()));
  }

  private static int appends(StoredObject object) {
    return object.kind() instanceof ObjectKind.Appendable(int appends) ? appends : 0;
  }

  private byte[] md5() {
    return received.digests().get(DigestAlgorithm.MD5);
  }

  private ETag eTag(String previous, int appends) {
    Digest digest = Digest.of(DigestAlgorithm.MD5);
    digest.update(ByteBuffer.wrap(previous.getBytes(StandardCharsets.US_ASCII)));
    digest.update(ByteBuffer.wrap(md5()));
    return ETag.ofAppends(digest.value(), appends);
  }

  private ObjectMetadata metadata(ObjectMetadata kept) {
    if (!input.replacesMetadata()) {
      return kept;
    }
    return new ObjectMetadata(
        input.metadata().headers(),
        input.metadata().user(),
        kept.storageClass(),
        kept.tags(),
        kept.redirect(),
        kept.acl(),
        kept.owner());
  }

  private List<Checksum> checksums(Optional<StoredObject> there) {
    if (there.filter(object -> object.size() > 0).isEmpty()) {
      return Publisher.checksums(received, input.wanted());
    }
    return there.get().checksums().stream()
        .filter(c -> c.type() == Checksum.Type.FULL_OBJECT && c.algorithm().combinable())
        .flatMap(before -> combined(before).stream())
        .toList();
  }

  private Optional<Checksum> combined(Checksum before) {
    return received
        .digests()
        .find(before.algorithm())
        .map(
            added ->
                Checksum.ofBytes(
                    before.algorithm(),
                    CrcCombiner.combine(
                        before.algorithm(), before.value(), added, received.size())));
  }
}
