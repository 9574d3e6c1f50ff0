package dev.cairn.core.content;

class InMemoryBlobStoreTest extends BlobStoreContractTest {
  private final InMemoryBlobStore store = new InMemoryBlobStore();

  @Override
  protected BlobStore store() {
    return store;
  }
}
