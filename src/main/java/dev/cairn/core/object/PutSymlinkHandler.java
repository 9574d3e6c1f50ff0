package dev.cairn.core.object;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import io.smallrye.mutiny.Uni;

/** Publishes a link; whether it leads anywhere is for its readers to find out. */
public final class PutSymlinkHandler implements Handler<PutSymlink, PutObjectResult> {
  private final Publisher publisher;

  public PutSymlinkHandler(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public Class<PutSymlink> input() {
    return PutSymlink.class;
  }

  @Override
  public Uni<PutObjectResult> handle(Call call, PutSymlink input) {
    Publisher.Intent intent =
        new Publisher.Intent(
            call.inBucket(),
            input.key(),
            input.metadata().ownedBy(call.writer()),
            input.condition());
    return publisher.publishLink(intent, input.target());
  }
}
