package dev.cairn.acceptance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Every behaviour through one client. A subclass says which client; its own, which Cairn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreSuite implements AllBehaviours, UsesCairn {
  private StoreClient store;

  /** A client of this Cairn; the suite closes it. */
  protected abstract StoreClient client(RunningCairn cairn);

  @Override
  public final StoreClient store() {
    if (store == null) {
      store = client(cairn());
    }
    return store;
  }

  @AfterAll
  final void closeClient() {
    if (store != null) {
      store.close();
    }
  }
}
