package dev.cairn.boot;

import dev.cairn.blob.FileBlobStore;
import dev.cairn.core.body.DigestWorkers;
import dev.cairn.core.body.DirectSlabPool;
import dev.cairn.core.body.SlabPool;
import dev.cairn.core.content.BlobCatalog;
import dev.cairn.core.content.BlobContentStore;
import dev.cairn.core.content.BlobLeases;
import dev.cairn.core.content.BlobSinks;
import dev.cairn.core.content.BlobStore;
import dev.cairn.core.content.ContentReader;
import dev.cairn.core.content.ContentStore;
import dev.cairn.core.content.ReadLeases;
import dev.cairn.gateway.GatewaySettings;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where bytes go: memory, files, and the leases that say what is in use. */
@Unremovable
final class ContentAssembly {

  private static final int SHARE_OF_DIRECT_MEMORY = 4;

  @Produces
  @Singleton
  SlabPool slabs(GatewaySettings settings) {
    long budget =
        settings
            .memory()
            .map(MemorySize::asLongValue)
            .orElseGet(() -> PlatformDependent.estimateMaxDirectMemory() / SHARE_OF_DIRECT_MEMORY);
    return new DirectSlabPool(budget);
  }

  @Produces
  @Singleton
  BlobStore blobs(Vertx vertx, DataFolder folder) {
    return new FileBlobStore(vertx, folder.path());
  }

  @Produces
  @Singleton
  BlobLeases writeLeases(BlobCatalog catalog, Settings settings) {
    return new BlobLeases(catalog, settings.writeLease());
  }

  @Produces
  @Singleton
  ReadLeases readLeases(BlobCatalog catalog, Settings settings) {
    return new ReadLeases(catalog, settings.garbageDelay());
  }

  @Produces
  @Singleton
  DigestWorkers digesting(DigestThreads threads) {
    return new DigestWorkers(threads);
  }

  @Produces
  @Singleton
  ContentStore contents(
      BlobStore store,
      BlobLeases writing,
      ReadLeases reading,
      SlabPool slabs,
      TimeOrderedIds ids,
      DigestWorkers digesting,
      Settings settings) {
    return new BlobContentStore(
        new BlobSinks(store, writing, ids, digesting),
        new ContentReader(store, reading, slabs),
        new VertxCallerContext(),
        Math.toIntExact(settings.inlineLimit().asLongValue()));
  }
}
