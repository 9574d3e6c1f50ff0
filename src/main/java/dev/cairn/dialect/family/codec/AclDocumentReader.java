package dev.cairn.dialect.family.codec;

import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.XmlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads {@code AccessControlPolicy} documents. Whatever is wrong with one is {@link
 * Failure.MalformedAcl}: of two owners or rights none is guessed at.
 */
public final class AclDocumentReader {
  private static final String DELIVERED = "Delivered";

  private final BiFunction<XmlReader, Optional<String>, Grantee> grantees;
  private final boolean delivering;

  /**
   * @param grantees reads the children of a {@code Grantee}, given its {@code type}
   */
  public AclDocumentReader(BiFunction<XmlReader, Optional<String>, Grantee> grantees) {
    this(grantees, false);
  }

  /**
   * @param delivering whether {@code Delivered} is known, of the list and of each grant
   */
  public AclDocumentReader(
      BiFunction<XmlReader, Optional<String>, Grantee> grantees, boolean delivering) {
    this.grantees = grantees;
    this.delivering = delivering;
  }

  public AclForm.Stated read(byte[] document) {
    if (document.length == 0) {
      throw new Failure.MalformedAcl("no document").exception();
    }
    try {
      return XmlReader.parse(document, "AccessControlPolicy", this::policy);
    } catch (FailureException e) {
      if (e.failure() instanceof Failure.MalformedXml(String reason)) {
        throw new Failure.MalformedAcl(reason).exception();
      }
      throw e;
    }
  }

  private AclForm.Stated policy(XmlReader xml) {
    Optional<AccountId> owner = Optional.empty();
    Optional<List<Grant>> grants = Optional.empty();
    boolean delivered = true;
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      once(xml, seen);
      switch (xml.name()) {
        case "Owner" -> owner = Optional.of(new AccountId(one(xml, "ID", List.of("DisplayName"))));
        case "AccessControlList" -> grants = Optional.of(grants(xml));
        case DELIVERED -> delivered = delivered(xml);
        default -> throw xml.malformed("AccessControlPolicy has no " + xml.name());
      }
    }
    if (owner.isEmpty() || grants.isEmpty()) {
      throw xml.malformed("a list without its owner, or no list");
    }
    return new AclForm.Stated(new Acl.Granted(grants.get(), delivered), owner);
  }

  private List<Grant> grants(XmlReader xml) {
    List<Grant> grants = new ArrayList<>();
    while (xml.next()) {
      if (!xml.name().equals("Grant")) {
        throw xml.malformed("AccessControlList has no " + xml.name());
      }
      grants.add(grant(xml));
    }
    return grants;
  }

  private Grant grant(XmlReader xml) {
    Grantee grantee = null;
    Right right = null;
    boolean delivered = false;
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      once(xml, seen);
      switch (xml.name()) {
        case "Grantee" -> grantee = grantees.apply(xml, xml.attribute("type"));
        case "Permission" -> right = right(xml);
        case DELIVERED -> delivered = delivered(xml);
        default -> throw xml.malformed("Grant has no " + xml.name());
      }
    }
    if (grantee == null || right == null) {
      throw xml.malformed("a grant without its grantee or permission");
    }
    return new Grant(grantee, right, delivered);
  }

  private boolean delivered(XmlReader xml) {
    if (!delivering) {
      throw xml.malformed("nothing is delivered here");
    }
    return xml.bool();
  }

  private static Right right(XmlReader xml) {
    String word = xml.text().strip();
    for (Right right : Right.values()) {
      if (right.name().equals(word)) {
        return right;
      }
    }
    throw xml.malformed("no permission: " + word);
  }

  private static void once(XmlReader xml, Set<String> seen) {
    if (!seen.add(xml.name())) {
      throw xml.malformed("two of " + xml.name());
    }
  }

  /** The text of the one child that counts; others that may stand beside it are passed over. */
  public static String one(XmlReader xml, String element, List<String> beside) {
    String text = "";
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      once(xml, seen);
      if (xml.name().equals(element)) {
        text = xml.text().strip();
      } else if (beside.contains(xml.name())) {
        xml.skip();
      } else {
        throw xml.malformed("no place for " + xml.name());
      }
    }
    if (text.isEmpty()) {
      throw xml.malformed("no " + element);
    }
    return text;
  }
}
