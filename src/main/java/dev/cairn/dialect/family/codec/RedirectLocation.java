package dev.cairn.dialect.family.codec;

import dev.cairn.dialect.Vocabulary;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.util.List;
import java.util.Optional;

/** Where a website sends who asks for an object: a header that some dialects have. */
final class RedirectLocation {
  private static final int MAXIMUM = 2 * 1024;
  private static final List<String> BEGINNINGS = List.of("/", "http://", "https://");

  private final String header;

  private RedirectLocation(String header) {
    this.header = header;
  }

  /** Empty for a dialect without it. */
  static Optional<RedirectLocation> find(Vocabulary words) {
    return words.extras().redirects()
        ? Optional.of(new RedirectLocation(words.header("website-redirect-location")))
        : Optional.empty();
  }

  /**
   * @throws dev.cairn.model.FailureException InvalidRedirectLocation
   */
  Optional<String> read(Headers headers) {
    return headers.first(header).map(this::checked);
  }

  private String checked(String location) {
    if (BEGINNINGS.stream().noneMatch(location::startsWith)) {
      throw refused(
          location,
          "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.");
    }
    if (location.length() > MAXIMUM) {
      throw refused(
          location,
          "The length of website redirect location cannot exceed " + MAXIMUM + " characters.");
    }
    return HeaderText.checked(header, location);
  }

  private static RuntimeException refused(String location, String reason) {
    return new Failure.InvalidRedirectLocation(location, reason).exception();
  }

  void write(Optional<String> location, Headers.Builder answer) {
    location.ifPresent(text -> answer.add(header, text));
  }
}
