package dev.cairn.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.model.Account;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.CannedAcl;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is meant by the grantees of a list. */
class GranteesTest {
  private static final List<Account> ACCOUNTS =
      List.of(
          new Account(new AccountId("a"), "A", "a@b"),
          new Account(new AccountId("twin1"), "", "Twin@b"),
          new Account(new AccountId("twin2"), "", "twin@b"));

  private final Grantees grantees = new Grantees(catalog());

  private static AccountCatalog catalog() {
    return (AccountCatalog)
        Proxy.newProxyInstance(
            GranteesTest.class.getClassLoader(),
            new Class<?>[] {AccountCatalog.class},
            (proxy, method, arguments) -> found(method.getName(), (Set<?>) arguments[0]));
  }

  private static Uni<List<Account>> found(String method, Set<?> asked) {
    return Uni.createFrom()
        .item(
            ACCOUNTS.stream()
                .filter(
                    account ->
                        method.equals("findAccounts")
                            ? asked.contains(account.id())
                            : asked.stream()
                                .anyMatch(
                                    email -> account.email().equalsIgnoreCase((String) email)))
                .toList());
  }

  private Acl resolved(Acl acl) {
    return grantees.resolve(acl).await().indefinitely();
  }

  private Failure failure(Grantee... named) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> resolved(granted(named)));
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  private static Acl granted(Grantee... named) {
    return new Acl.Granted(
        List.of(named).stream().map(grantee -> new Grant(grantee, Right.READ)).toList(), false);
  }

  private static Grantee known(String id) {
    return new Grantee.Known(new AccountId(id));
  }

  @Test
  void aWordNamesNobody() {
    Acl word = new Acl.Canned(CannedAcl.PUBLIC_READ);

    assertThat(resolved(word)).isEqualTo(word);
  }

  @Test
  void anAddressBecomesTheAccountThatHasIt() {
    Acl acl = granted(known("a"), new Grantee.Addressed("A@B"), Grantee.Group.EVERYONE);

    assertThat(resolved(acl)).isEqualTo(granted(known("a"), known("a"), Grantee.Group.EVERYONE));
  }

  @Test
  void anAccountThatThereIsNotIsRefused() {
    assertThat(failure(known("a"), known("nobody"))).isInstanceOf(Failure.InvalidArgument.class);
  }

  @Test
  void anAddressOfNobodyOrOfSeveralIsRefused() {
    assertThat(failure(new Grantee.Addressed("nobody@b")))
        .isEqualTo(new Failure.UnresolvableGrantee("nobody@b", 0));
    assertThat(failure(new Grantee.Addressed("twin@b")))
        .isEqualTo(new Failure.UnresolvableGrantee("twin@b", 2));
  }

  @Test
  void moreThanAHundredGrantsAreRefused() {
    Grantee[] hundred = Collections.nCopies(100, known("a")).toArray(Grantee[]::new);
    Grantee[] more = Collections.nCopies(101, known("a")).toArray(Grantee[]::new);

    assertThat(resolved(granted(hundred))).isEqualTo(granted(hundred));
    assertThat(failure(more)).isInstanceOf(Failure.MalformedAcl.class);
  }
}
