package dev.cairn.model;

import java.util.List;
import java.util.Objects;

/**
 * Who may do what with a bucket or an object, as its writer stated it. A canned word stays a word:
 * whom it means follows from the owners when it is asked.
 */
public sealed interface Acl {
  /** The owner alone. */
  Acl PRIVATE = new Canned(CannedAcl.PRIVATE);

  /**
   * The grants that it amounts to.
   *
   * @param owner of the bucket or object that it belongs to
   * @param bucketOwner of the bucket, or of the object's bucket
   */
  List<Grant> grants(AccountId owner, AccountId bucketOwner);

  /** One of the vendors' words. */
  record Canned(CannedAcl word) implements Acl {
    public Canned {
      Objects.requireNonNull(word, "word");
    }

    @Override
    public List<Grant> grants(AccountId owner, AccountId bucketOwner) {
      return word.grants(owner, bucketOwner);
    }
  }

  /**
   * A list of grants, the owner's among them or not.
   *
   * @param delivered of an object: the delivered grants of its bucket hold for it too (OBS)
   */
  record Granted(List<Grant> list, boolean delivered) implements Acl {
    public Granted {
      list = List.copyOf(list);
    }

    public Granted(List<Grant> list) {
      this(list, true);
    }

    @Override
    public List<Grant> grants(AccountId owner, AccountId bucketOwner) {
      return list;
    }
  }

  /** An object has none of its own: its bucket's holds for it. OSS calls that {@code default}. */
  record Inherited() implements Acl {
    @Override
    public List<Grant> grants(AccountId owner, AccountId bucketOwner) {
      throw new IllegalStateException("to be asked of the bucket");
    }
  }
}
