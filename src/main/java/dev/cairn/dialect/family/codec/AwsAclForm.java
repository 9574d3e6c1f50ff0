package dev.cairn.dialect.family.codec;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.AccountId;
import dev.cairn.model.Grant;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlReader;
import dev.cairn.protocol.XmlWriter;
import dev.cairn.protocol.XmlWriter.Attribute;
import java.util.List;
import java.util.Optional;

/** AWS's form, in which an attribute tells of which kind a grantee is. */
public final class AwsAclForm implements AclForm {
  private static final Attribute XSI =
      new Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  private static final String TYPE = "xsi:type";
  private static final String ACCOUNT = "CanonicalUser";
  private static final String GROUP = "Group";

  private final Vocabulary words;
  private final Documents documents;
  private final AclDocumentReader reader;

  /**
   * @param addresses whether a grantee may be named by an e-mail address
   */
  public AwsAclForm(Vocabulary words, boolean addresses) {
    this.words = words;
    this.documents = new Documents(words);
    this.reader = new AclDocumentReader((xml, type) -> grantee(xml, type, addresses));
  }

  @Override
  public Answer write(AccessControl shown, RequestHead head) {
    XmlWriter xml = documents.begin("AccessControlPolicy", head);
    documents.account(xml, "Owner", shown.owner());
    xml.start("AccessControlList");
    for (Grant grant : shown.grants()) {
      xml.start("Grant");
      grantee(xml, grant.grantee(), shown);
      xml.element("Permission", grant.right().name()).end();
    }
    xml.end();
    return Documents.answer(xml);
  }

  private static void grantee(XmlWriter xml, Grantee grantee, AccessControl shown) {
    switch (grantee) {
      case Grantee.Known(AccountId id) ->
          xml.start("Grantee", XSI, new Attribute(TYPE, ACCOUNT))
              .element("ID", id.value())
              .element("DisplayName", shown.account(id).displayName())
              .end();
      case Grantee.Group group ->
          xml.start("Grantee", XSI, new Attribute(TYPE, GROUP))
              .element("URI", GroupUris.of(group))
              .end();
      case Grantee.Addressed addressed -> throw new IllegalStateException("an unknown account");
    }
  }

  @Override
  public Stated read(byte[] document, RequestHead head) {
    return reader.read(document);
  }

  private Grantee grantee(XmlReader xml, Optional<String> type, boolean addresses) {
    String kind = type.orElseThrow(() -> xml.malformed("a grantee without its type"));
    return switch (kind) {
      // One vendor's sample has a blank in it.
      case ACCOUNT, "Canonical User" ->
          AclHeaders.account(
              words.acls(), AclDocumentReader.one(xml, "ID", List.of("DisplayName")));
      case GROUP -> GroupUris.group(AclDocumentReader.one(xml, "URI", List.of("DisplayName")));
      case "AmazonCustomerByEmail" -> {
        if (!addresses) {
          throw xml.malformed("no grantee is named by an address here");
        }
        yield new Grantee.Addressed(AclDocumentReader.one(xml, "EmailAddress", List.of()));
      }
      default -> throw xml.malformed("no kind of grantee: " + kind);
    };
  }
}
