package dev.cairn.gateway;

import dev.cairn.core.Call;
import dev.cairn.core.Handler;
import dev.cairn.core.Input;
import dev.cairn.core.body.Body;
import dev.cairn.core.body.Content;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Bucket;
import dev.cairn.model.BucketName;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.StorageClass;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Handlers that keep objects in memory, in one bucket, {@code b}. */
final class ToyStore implements BucketCatalog {
  final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
  final Map<ObjectKey, Content> contents = new ConcurrentHashMap<>();
  final AtomicInteger closed = new AtomicInteger();
  final AtomicInteger bodiesFailed = new AtomicInteger();

  /** Slows the reading of bodies, as a disk does. */
  volatile Duration pause = Duration.ZERO;

  List<Handler<?, ?>> handlers() {
    return List.of(
        handler(ToyDialect.Store.class, (call, input) -> store(input)),
        handler(ToyDialect.Load.class, (call, input) -> load(input.key())),
        handler(ToyDialect.Note.class, (call, input) -> Uni.createFrom().item(input.text())),
        handler(ToyDialect.Names.class, (call, input) -> Uni.createFrom().item("")));
  }

  private static <I extends Input<R>, R> Handler<I, R> handler(
      Class<I> type, BiFunction<Call, I, Uni<R>> work) {
    return new Handler<>() {
      @Override
      public Class<I> input() {
        return type;
      }

      @Override
      public Uni<R> handle(Call call, I input) {
        return work.apply(call, input);
      }
    };
  }

  private Uni<Long> store(ToyDialect.Store input) {
    boolean keep = !input.key().value().startsWith("null/");
    long[] count = new long[1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return drain(input.body(), keep ? bytes : null, count)
        .onFailure()
        .invoke(
            cause -> {
              bodiesFailed.incrementAndGet();
              input.body().abandon();
            })
        .invoke(end -> objects.put(input.key(), bytes.toByteArray()))
        .map(end -> count[0]);
  }

  private Uni<Void> drain(Body body, ByteArrayOutputStream bytes, long[] count) {
    return body.next()
        .onItem()
        .transformToUni(
            slab -> {
              if (slab == null) {
                return Uni.createFrom().voidItem();
              }
              byte[] piece = new byte[slab.size()];
              slab.bytes().get(piece);
              slab.release();
              count[0] += piece.length;
              if (bytes != null) {
                bytes.writeBytes(piece);
              }
              Uni<Void> rest = Uni.createFrom().deferred(() -> drain(body, bytes, count));
              return pause.isZero()
                  ? rest
                  : Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> rest);
            });
  }

  private Uni<Content> load(ObjectKey key) {
    Content content = contents.get(key);
    if (content == null) {
      byte[] bytes = objects.get(key);
      if (bytes == null) {
        throw new Failure.NoSuchKey(key).exception();
      }
      content = new Content(List.of(new Content.Region.InMemory(bytes, 0, bytes.length)), () -> {});
    }
    Content counted = new Content(content.regions(), closed::incrementAndGet);
    return Uni.createFrom().item(counted);
  }

  @Override
  public Uni<Optional<Bucket>> find(BucketName name) {
    if (name.value().equals("broken")) {
      throw new IllegalStateException("the secret of the catalog");
    }
    return Uni.createFrom()
        .item(
            Optional.of(new Bucket(1, name, ToyDialect.OWNER, "", Instant.EPOCH))
                .filter(bucket -> name.value().equals("b")));
  }

  @Override
  public Uni<Optional<Bucket>> create(BucketName name, Account owner, BucketSettings settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Void> setAcl(Bucket bucket, Acl acl) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Void> setStorageClass(Bucket bucket, StorageClass storageClass) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Void> delete(Bucket bucket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<List<Bucket>> list(AccountId owner, String prefix, String after, int limit) {
    throw new UnsupportedOperationException();
  }
}
