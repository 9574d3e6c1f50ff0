package dev.cairn.dialect;

import dev.cairn.model.Account;
import dev.cairn.protocol.XmlWriter;

/** How a dialect's documents name an account: the owner of something, or who began it. */
@FunctionalInterface
public interface AccountStyle {
  /** By id and display name. */
  AccountStyle NAMED =
      (xml, element, account) ->
          xml.start(element)
              .element("ID", account.id().value())
              .element("DisplayName", account.displayName())
              .end();

  /**
   * @param element {@code Owner} or {@code Initiator}
   */
  void write(XmlWriter xml, String element, Account account);
}
