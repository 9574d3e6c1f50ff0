package dev.cairn.boot.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a database is, and who may use it: {@code postgresql://user:password@host:port/name}.
 *
 * @param parameters what follows the question mark: {@code sslmode} and {@code application_name}
 */
public record DatabaseUrl(
    String host,
    int port,
    String user,
    String password,
    String database,
    Map<String, String> parameters) {

  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final String SSL_MODE = "sslmode";

  /** What both clients understand alike; none of these checks who the server is. */
  private static final Set<String> SSL_MODES = Set.of("disable", "prefer", "require");

  /** The names that JDBC has for the parameters of a PostgreSQL URL. */
  private static final Map<String, String> JDBC_NAMES =
      Map.of(SSL_MODE, SSL_MODE, "application_name", "ApplicationName");

  public DatabaseUrl {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads {@code postgresql://user:password@host:port/name?sslmode=require}; user, password and
   * name may be percent-encoded.
   *
   * @throws IllegalArgumentException with a reason that shows no password
   */
  public static DatabaseUrl parse(String text) {
    URI uri = uriOf(text);
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
      throw new IllegalArgumentException("must begin with postgresql://");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("has no readable user:password@host:port");
    }
    String database = decoded(uri.getRawPath()).replaceFirst("^/", "");
    if (database.isEmpty() || database.indexOf('/') >= 0) {
      throw new IllegalArgumentException("names no database after the host");
    }
    String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    String user = decoded(colon < 0 ? login : login.substring(0, colon));
    if (user.isEmpty()) {
      throw new IllegalArgumentException("names no user before the host");
    }
    return new DatabaseUrl(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        user,
        colon < 0 ? "" : decoded(login.substring(colon + 1)),
        database,
        parametersOf(uri.getRawQuery()));
  }

  private static URI uriOf(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // The exception's own message quotes the text, and with it the password.
      throw new IllegalArgumentException(
          "is no URL: character "
              + (e.getIndex() + 1)
              + " must not stand there unless it is percent-encoded");
    }
  }

  private static Map<String, String> parametersOf(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!JDBC_NAMES.containsKey(name)) {
        throw new IllegalArgumentException("has the parameter " + name + ", which is not known");
      }
      if (name.equals(SSL_MODE) && !SSL_MODES.contains(value)) {
        throw new IllegalArgumentException("has an sslmode that is none of " + SSL_MODES);
      }
      parameters.put(name, value);
    }
    return parameters;
  }

  /** For a JDBC driver, which is given user and password apart. */
  public String jdbc() {
    return "jdbc:postgresql://" + place() + query(JDBC_NAMES::get);
  }

  /** For the reactive client, which is given user and password apart. */
  public String reactive() {
    return "postgresql://" + place() + query(UnaryOperator.identity());
  }

  /** The whole, password included, as {@link #parse} reads it. */
  public String secret() {
    String login = encoded(user) + ":" + encoded(password);
    return "postgresql://" + login + "@" + place() + query(UnaryOperator.identity());
  }

  /** Whether the connection may be encrypted; then any certificate will do, as for libpq. */
  public boolean encrypted() {
    return !parameters.getOrDefault(SSL_MODE, "disable").equals("disable");
  }

  private String place() {
    return host + ":" + port + "/" + encoded(database);
  }

  private String query(UnaryOperator<String> naming) {
    return parameters.entrySet().stream()
        .map(p -> naming.apply(p.getKey()) + "=" + encoded(p.getValue()))
        .reduce((a, b) -> a + "&" + b)
        .map(query -> "?" + query)
        .orElse("");
  }

  private static String decoded(String text) {
    // Form decoding, but for the plus sign, which stands for itself in a URL.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return reactive();
  }
}
