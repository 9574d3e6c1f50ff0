package dev.cairn.dialect;

import dev.cairn.protocol.XmlWriter;

/**
 * How a dialect's documents look, whatever is in them.
 *
 * @param namespace of results; empty for none. {@code {domain}} in it stands for the domain of the
 *     dialect in which the Host of the request lies
 * @param domain stands for it where the Host lies in none
 * @param standalone whether the XML declaration says so
 */
public record XmlStyle(String namespace, String domain, boolean standalone, AccountStyle accounts) {
  private static final String DOMAIN = "{domain}";

  /** One namespace for all, accounts with their names. */
  public static XmlStyle plain(String namespace) {
    return new XmlStyle(namespace, "", false, AccountStyle.NAMED);
  }

  /** Begins the document of a result. */
  public XmlWriter begin(String root, Address address) {
    return XmlWriter.document(
        root, namespace.replace(DOMAIN, address.hostSuffix().orElse(domain)), standalone);
  }
}
