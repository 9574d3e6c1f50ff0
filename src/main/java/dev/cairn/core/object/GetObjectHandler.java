package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.body.Content;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.object.ObjectCatalog.OpenObject;
import dev.cairn.core.object.ObjectCatalog.Selection;
import dev.cairn.model.ByteRange;
import dev.cairn.model.Failure;
import dev.cairn.model.RangeSpec;
import dev.cairn.model.StoredObject;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Reads an object, a range or a part of it; or, for HeadObject, only what there is to say of it.
 */
public final class GetObjectHandler implements Handler<GetObject, GetObjectResult> {
  private final Links objects;
  private final ContentStore contents;

  public GetObjectHandler(ObjectCatalog objects, ContentStore contents) {
    this.objects = new Links(new GuardedObjects(objects));
    this.contents = contents;
  }

  @Override
  public Class<GetObject> input() {
    return GetObject.class;
  }

  @Override
  public Uni<GetObjectResult> handle(Call call, GetObject input) {
    if (!input.withContent() && input.partNumber().isEmpty()) {
      return objects.get(call.rights(), input.key()).map(object -> describe(object, input));
    }
    return objects
        .open(call.rights(), input.key(), object -> select(object, input))
        .map(open -> answer(open, input));
  }

  private static GetObjectResult describe(StoredObject object, GetObject input) {
    input.conditions().check(object);
    Optional<ByteRange> partial = input.rangeOf(object.size()).map(range -> resolve(range, object));
    return new GetObjectResult(object, partial, Content.EMPTY);
  }

  private static Selection select(StoredObject object, GetObject input) {
    input.conditions().check(object);
    if (input.withContent()) {
      object.requireReadable();
    }
    if (input.partNumber().isPresent()) {
      return selectPart(object, input.partNumber().getAsInt());
    }
    return new Selection.Bytes(
        input
            .rangeOf(object.size())
            .map(range -> resolve(range, object))
            .orElseGet(() -> ByteRange.all(object.size())));
  }

  private static Selection selectPart(StoredObject object, int number) {
    if (object.parts() > 0) {
      return new Selection.PartNumber(number);
    }
    if (number != 1) {
      throw new Failure.InvalidPartNumber(number, 1).exception();
    }
    return new Selection.Bytes(ByteRange.all(object.size()));
  }

  private static ByteRange resolve(RangeSpec range, StoredObject object) {
    return range
        .resolve(object.size())
        .orElseThrow(() -> new Failure.InvalidRange(range.toString(), object.size()).exception());
  }

  private GetObjectResult answer(OpenObject open, GetObject input) {
    boolean whole = input.rangeOf(open.object().size()).isEmpty() && input.partNumber().isEmpty();
    Optional<ByteRange> partial = whole ? Optional.empty() : Optional.of(open.range());
    Content content =
        input.withContent() ? contents.open(open.segments(), open.range()) : Content.EMPTY;
    return new GetObjectResult(open.object(), partial, content);
  }
}
