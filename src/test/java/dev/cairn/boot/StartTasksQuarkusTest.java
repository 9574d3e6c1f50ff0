package dev.cairn.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.access.AccountCatalog;
import dev.cairn.core.bucket.BucketCatalog;
import dev.cairn.core.bucket.BucketSettings;
import dev.cairn.model.AccessKey;
import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.BucketName;
import dev.cairn.persistence.PgAccountCatalog;
import dev.cairn.persistence.SecretsKey;
import dev.cairn.persistence.Sessions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RunningCairn.class)
class StartTasksQuarkusTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final AccessKey ROOT =
      new AccessKey(
          RunningCairn.ROOT_ACCESS_KEY_ID,
          RunningCairn.ROOT_SECRET_ACCESS_KEY,
          RootCredentials.ROOT);

  private final AccountCatalog accounts;
  private final BucketCatalog buckets;
  private final Sessions sessions;
  private final StartTasks tasks;
  private final VertxTurn turn;

  private final String name = "start-" + UUID.randomUUID();
  private final Account account = new Account(new AccountId(name), "Ann", "a@b.c");
  private final BucketName bucket = new BucketName(name);
  private final AccountsFile file = file("first-secret");

  StartTasksQuarkusTest(
      AccountCatalog accounts, BucketCatalog buckets, Sessions sessions, Vertx vertx) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.buckets = buckets;
    this.tasks = new StartTasks(accounts, buckets);
    this.turn = new VertxTurn(vertx);
  }

  @AfterEach
  void giveRootItsKeyBack() {
    run(ROOT, Optional.empty(), List.of());
  }

  @Test
  void makesWhatIsWantedOnceHoweverOftenItRuns() {
    run(ROOT, Optional.of(file), List.of(bucket));
    run(ROOT, Optional.of(file), List.of(bucket));

    assertThat(await(() -> accounts.findAccount(account.id()))).contains(account);
    assertThat(await(() -> accounts.listKeys(account.id()))).hasSize(1);
    assertThat(await(() -> accounts.listKeys(ROOT.account().id()))).containsExactly(ROOT);
    assertThat(await(() -> buckets.find(bucket)).orElseThrow().owner()).isEqualTo(ROOT.account());
  }

  @Test
  void doesNotMindReplicasThatStartAtTheSameTime() {
    List<CompletableFuture<Void>> replicas =
        List.of(1, 2, 3, 4, 5, 6).stream()
            .map(
                replica ->
                    turn.run(() -> tasks.run(ROOT, Optional.of(file), List.of(bucket)))
                        .subscribeAsCompletionStage())
            .toList();

    replicas.forEach(CompletableFuture::join);

    assertThat(await(() -> accounts.listKeys(account.id()))).hasSize(1);
    assertThat(await(() -> buckets.find(bucket))).isPresent();
  }

  @Test
  void setsASecretThatTheFileChanges() {
    run(ROOT, Optional.of(file), List.of());
    run(ROOT, Optional.of(file("second-secret")), List.of());

    assertThat(await(() -> accounts.findKey(name)).orElseThrow().secret())
        .isEqualTo("second-secret");
  }

  @Test
  void letsEarlierRootCredentialsExpire() {
    run(new AccessKey("AK" + name, "another-secret", ROOT.account()), Optional.empty(), List.of());

    assertThat(await(() -> accounts.findKey(ROOT.id()))).isEmpty();
    assertThat(await(() -> accounts.findKey("AK" + name))).isPresent();
  }

  @Test
  void refusesTheKeyOfAnotherAccount() {
    run(ROOT, Optional.of(file), List.of());
    AccessKey taken = new AccessKey(name, "another-secret", ROOT.account());

    assertThatThrownBy(() -> run(taken, Optional.empty(), List.of()))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("CAIRN_ROOT_ACCESS_KEY_ID: access key " + name)
        .hasMessageNotContaining("another-secret");
  }

  @Test
  void refusesTheBucketOfAnotherAccount() {
    run(ROOT, Optional.of(file), List.of());
    await(() -> buckets.create(bucket, account, BucketSettings.in("")));

    assertThatThrownBy(() -> run(ROOT, Optional.empty(), List.of(bucket)))
        .isInstanceOf(StartException.class)
        .hasMessage("CAIRN_BUCKETS: bucket " + name + " belongs to another account");
  }

  @Test
  void refusesAnotherKeyForTheSecretsThatAreThere() {
    AccountCatalog withAnotherKey =
        new PgAccountCatalog(sessions, new SecretsKey(new byte[32]), InstantSource.system());
    StartTasks wrong = new StartTasks(withAnotherKey, buckets);

    assertThatThrownBy(() -> await(() -> wrong.run(ROOT, Optional.empty(), List.of())))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("CAIRN_SECRETS_KEY: ");

    assertThat(await(() -> accounts.findKey(ROOT.id()))).contains(ROOT);
  }

  private AccountsFile file(String secret) {
    AccessKey key = new AccessKey(name, secret, account);
    return new AccountsFile(List.of(new AccountsFile.Entry(account, List.of(key))));
  }

  private void run(AccessKey root, Optional<AccountsFile> accounts, List<BucketName> wanted) {
    await(() -> tasks.run(root, accounts, wanted));
  }

  private <T> T await(Supplier<Uni<T>> work) {
    return turn.await(work, LONGEST);
  }
}
