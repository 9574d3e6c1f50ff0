package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Account;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.XmlWriter;

/** The documents of answers: how they begin and what recurs in them. */
public final class Documents {
  private static final Headers XML =
      Headers.builder().add("Content-Type", "application/xml").build();

  private final Vocabulary words;

  public Documents(Vocabulary words) {
    this.words = words;
  }

  public XmlWriter begin(String root, RequestHead head) {
    return words.xml().begin(root, head.address());
  }

  public static Answer answer(XmlWriter document) {
    return Answer.document(200, XML, document.toBytes());
  }

  /** With headers beside that of its type. */
  public static Answer answer(XmlWriter document, Headers more) {
    Headers all = Headers.builder().addAll(XML).addAll(more).build();
    return Answer.document(200, all, document.toBytes());
  }

  /** An account as {@code Owner} or {@code Initiator}. */
  public void account(XmlWriter xml, String element, Account account) {
    words.xml().accounts().write(xml, element, account);
  }
}
