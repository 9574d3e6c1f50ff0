package dev.cairn.dialect.oss;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.model.Acl;
import dev.cairn.model.Failure;
import dev.cairn.model.Grant;
import dev.cairn.model.Grant.Right;
import dev.cairn.model.Grantee;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.XmlWriter;
import java.util.List;

/** A list is one word, and none is stated in a document. */
final class OssAclForm implements AclForm {
  private final Documents documents;

  OssAclForm(Vocabulary words) {
    this.documents = new Documents(words);
  }

  @Override
  public Answer write(AccessControl shown, RequestHead head) {
    XmlWriter xml = documents.begin("AccessControlPolicy", head);
    documents.account(xml, "Owner", shown.owner());
    String word = shown.acl() instanceof Acl.Inherited ? "default" : nearest(shown.grants());
    return Documents.answer(xml.start("AccessControlList").element("Grant", word).end());
  }

  @Override
  public Stated read(byte[] document, RequestHead head) {
    throw new Failure.MalformedAcl("a list is stated in a header").exception();
  }

  /** The word that says of a list what it lets everyone do. */
  static String nearest(List<Grant> grants) {
    if (!everyone(grants, Right.READ)) {
      return "private";
    }
    return everyone(grants, Right.WRITE) ? "public-read-write" : "public-read";
  }

  private static boolean everyone(List<Grant> grants, Right right) {
    return grants.stream()
        .anyMatch(
            grant -> grant.grantee() == Grantee.Group.EVERYONE && grant.right().includes(right));
  }
}
