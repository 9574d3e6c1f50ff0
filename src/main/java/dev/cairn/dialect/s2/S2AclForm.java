package dev.cairn.dialect.s2;

import dev.cairn.core.access.AccessControl;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.AwsAclForm;
import dev.cairn.protocol.Answer;

/** AWS's documents, and JSON for who asks for it. */
final class S2AclForm implements AclForm {
  private final AclForm xml;
  private final AclForm json;

  S2AclForm(Vocabulary words) {
    this.xml = new AwsAclForm(words, true);
    this.json = new S2AclJson(words);
  }

  @Override
  public Answer write(AccessControl shown, RequestHead head) {
    return of(head).write(shown, head);
  }

  @Override
  public Stated read(byte[] document, RequestHead head) {
    return of(head).read(document, head);
  }

  private AclForm of(RequestHead head) {
    return head.query().find("formatter").filter("json"::equals).isPresent() ? json : xml;
  }
}
