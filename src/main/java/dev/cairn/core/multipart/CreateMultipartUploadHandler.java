package dev.cairn.core.multipart;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.object.ObjectCatalog;
import dev.cairn.core.object.WriteCondition;
import dev.cairn.model.Failure;
import dev.cairn.model.Upload;
import dev.cairn.model.UploadId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins an upload. */
public final class CreateMultipartUploadHandler implements Handler<CreateMultipartUpload, Upload> {
  private final UploadCatalog uploads;
  private final ObjectCatalog objects;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public CreateMultipartUploadHandler(
      UploadCatalog uploads, ObjectCatalog objects, Supplier<UUID> ids, InstantSource clock) {
    this.objects = objects;
    this.uploads = uploads;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Class<CreateMultipartUpload> input() {
    return CreateMultipartUpload.class;
  }

  @Override
  public Uni<Upload> handle(Call call, CreateMultipartUpload input) {
    Upload upload =
        new Upload(
            new UploadId(ids.get()),
            input.key(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            call.account(),
            call.inBucket().classified(input.metadata()).ownedBy(call.writer()),
            input.checksum());
    return check(call, input)
        .chain(() -> uploads.create(call.inBucket(), upload))
        .replaceWith(upload);
  }

  private Uni<Void> check(Call call, CreateMultipartUpload input) {
    if (!(input.condition() instanceof WriteCondition.IfAbsent)) {
      return Uni.createFrom().voidItem();
    }
    return objects
        .find(call.inBucket(), input.key())
        .invoke(
            found ->
                found.ifPresent(
                    object -> {
                      throw new Failure.PreconditionFailed("If-None-Match").exception();
                    }))
        .replaceWithVoid();
  }
}
