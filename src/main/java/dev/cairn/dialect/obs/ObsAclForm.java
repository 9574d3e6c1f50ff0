package dev.cairn.dialect.obs;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclDocumentReader;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.model.AccountId;
import dev.cairn.model.Acl;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlReader;
import dev.cairn.protocol.XmlWriter;

/**
 * The native form: a grantee is an id, or everyone. A bucket's grants say whether they are
 * delivered to its objects, and an object's list, whether it takes them.
 */
final class ObsAclForm implements AclForm {
  private static final String EVERYONE = "Everyone";
  private static final String DELIVERED = "Delivered";

  private final Documents documents;
  private final Of of;
  private final AclDocumentReader reader;

  /** Whose lists. */
  enum Of {
    BUCKET,
    OBJECT
  }

  ObsAclForm(Vocabulary words, Of of) {
    this.documents = new Documents(words);
    this.of = of;
    this.reader = new AclDocumentReader((xml, type) -> grantee(xml), true);
  }

  @Override
  public Answer write(AccessControl shown, RequestHead head) {
    XmlWriter xml = documents.begin("AccessControlPolicy", head);
    documents.account(xml, "Owner", shown.owner());
    if (of == Of.OBJECT) {
      xml.element(DELIVERED, !(shown.acl() instanceof Acl.Granted list) || list.delivered());
    }
    xml.start("AccessControlList");
    for (Grant grant : shown.grants()) {
      // The form has no word for other groups.
      if (grant.grantee() instanceof Grantee.Known || grant.grantee() == Grantee.Group.EVERYONE) {
        write(xml, grant);
      }
    }
    xml.end();
    return Documents.answer(xml);
  }

  private void write(XmlWriter xml, Grant grant) {
    xml.start("Grant").start("Grantee");
    if (grant.grantee() instanceof Grantee.Known(AccountId id)) {
      xml.element("ID", id.value());
    } else {
      xml.element("Canned", EVERYONE);
    }
    xml.end().element("Permission", grant.right().name());
    if (of == Of.BUCKET) {
      xml.element(DELIVERED, grant.delivered());
    }
    xml.end();
  }

  @Override
  public Stated read(byte[] document, RequestHead head) {
    return reader.read(document);
  }

  private static Grantee grantee(XmlReader xml) {
    Grantee grantee = null;
    while (xml.next()) {
      if (grantee != null) {
        throw xml.malformed("two grantees of one grant");
      }
      grantee =
          switch (xml.name()) {
            case "ID" -> new Grantee.Known(new AccountId(xml.text().strip()));
            case "Canned" -> everyone(xml);
            default -> throw xml.malformed("Grantee has no " + xml.name());
          };
    }
    if (grantee == null) {
      throw xml.malformed("a grantee without its id");
    }
    return grantee;
  }

  private static Grantee everyone(XmlReader xml) {
    if (!xml.text().strip().equals(EVERYONE)) {
      throw xml.malformed("the one group is " + EVERYONE);
    }
    return Grantee.Group.EVERYONE;
  }
}
