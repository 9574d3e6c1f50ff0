package dev.cairn.gateway;

import dev.cairn.model.BucketName;
import dev.cairn.model.Caller;
import dev.cairn.model.ObjectKey;
import org.jboss.logging.Logger;

/**
 * One line for each request: {@code name=value} pairs, values that a client chose in quotes and
 * escaped. Never a header, a query or a signature.
 */
public final class AccessLog {
  private static final Logger LOG = Logger.getLogger("dev.cairn.access");

  /** Writes the line of an exchange that is over. */
  void write(Exchange exchange, long bytesIn, boolean complete) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    StringBuilder line = new StringBuilder(192);
    line.append("id=").append(exchange.shownId());
    line.append(" dialect=").append(exchange.dialect.vocabulary().name());
    line.append(" method=").append(quoted(exchange.raw.method()));
    line.append(" operation=").append(exchange.operationName());
    exchange.address.ifPresent(
        address -> {
          address.bucket().map(BucketName::value).ifPresent(b -> append(line, "bucket", b));
          address.key().map(ObjectKey::value).ifPresent(k -> append(line, "key", k));
        });
    if (exchange.caller.orElse(null) instanceof Caller.Authenticated known) {
      append(line, "caller", known.accessKeyId());
    }
    line.append(" status=").append(exchange.status);
    exchange.failureCode.ifPresent(code -> line.append(" failure=").append(code));
    line.append(" in=").append(bytesIn).append(" out=").append(exchange.sent);
    line.append(" micros=").append(exchange.nanos() / 1_000);
    if (!complete) {
      line.append(" cut=true");
    }
    LOG.info(line);
  }

  private static void append(StringBuilder line, String name, String value) {
    line.append(' ').append(name).append('=').append(quoted(value));
  }

  /** In quotes; whatever could end the value, the line or a terminal's patience is escaped. */
  static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || isInvisible(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
