package dev.cairn.core.content;

class InMemoryBlobCatalogTest extends BlobCatalogContractTest {
  private final InMemoryBlobCatalog catalog = new InMemoryBlobCatalog();

  @Override
  protected BlobCatalog catalog() {
    return catalog;
  }
}
