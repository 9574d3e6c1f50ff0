package dev.cairn.model;

import java.util.Objects;

/** To whom something is granted. */
public sealed interface Grantee {
  /** Whether the grant is for this caller too. */
  boolean means(Caller caller);

  /** One account. */
  record Known(AccountId account) implements Grantee {
    public Known {
      Objects.requireNonNull(account, "account");
    }

    @Override
    public boolean means(Caller caller) {
      return caller.findAccount().filter(known -> known.id().equals(account)).isPresent();
    }
  }

  /** One account by its address, until it is looked up: what is stored names the account. */
  record Addressed(String email) implements Grantee {
    public Addressed {
      Objects.requireNonNull(email, "email");
    }

    @Override
    public boolean means(Caller caller) {
      return false;
    }
  }

  /** The vendors' groups. */
  enum Group implements Grantee {
    /** Everybody, whether signed or not. */
    EVERYONE {
      @Override
      public boolean means(Caller caller) {
        return true;
      }
    },
    /** Whoever has an account. */
    AUTHENTICATED {
      @Override
      public boolean means(Caller caller) {
        return caller instanceof Caller.Authenticated;
      }
    },
    /** The vendors' log writers, who are nobody here. */
    LOG_DELIVERY {
      @Override
      public boolean means(Caller caller) {
        return false;
      }
    }
  }
}
