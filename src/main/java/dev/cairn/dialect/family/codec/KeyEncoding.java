package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.RequestHead;
import dev.cairn.model.Failure;
import dev.cairn.protocol.PercentCoding;
import dev.cairn.protocol.XmlWriter;
import java.util.Optional;

/** How keys stand in a listing: as they are or, with {@code encoding-type=url}, percent-encoded. */
public final class KeyEncoding {
  private static final String PARAMETER = "encoding-type";

  private final boolean url;

  private KeyEncoding(boolean url) {
    this.url = url;
  }

  public static KeyEncoding read(RequestHead head) {
    Optional<String> value = head.query().find(PARAMETER).filter(text -> !text.isEmpty());
    if (value.isPresent() && !value.get().equalsIgnoreCase("url")) {
      throw new Failure.InvalidArgument(
              PARAMETER, value.get(), "Invalid Encoding Method specified in Request")
          .exception();
    }
    return new KeyEncoding(value.isPresent());
  }

  /** An element whose text is a key, or a piece of one. */
  public void element(XmlWriter xml, String name, String key) {
    // As in a form: a blank is a plus. Nothing else writes %20: a percent sign is %25.
    xml.element(name, url ? PercentCoding.encodePath(key).replace("%20", "+") : key);
  }

  /** Says how keys are encoded, where they are. */
  public void say(XmlWriter xml) {
    if (url) {
      xml.element("EncodingType", "url");
    }
  }
}
