package dev.cairn.dialect.sts;

import dev.cairn.model.Failure;
import dev.cairn.protocol.Query;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a request, each checked as AWS's model of STS describes it. */
final class StsParameters {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");

  /** What would widen, mark or narrow a session in ways that are not built. */
  private static final List<String> UNBUILT =
      List.of("PolicyArns", "Tags", "TransitiveTagKeys", "ProvidedContexts", "SourceIdentity");

  private static final Set<String> SECOND_FACTOR = Set.of("SerialNumber", "TokenCode");

  private final Query query;

  /**
   * How long a session may last.
   *
   * @param usual where nobody says how long
   */
  record Life(Duration shortest, Duration longest, Duration usual) {}

  StsParameters(Query query) {
    this.query = query;
    Set<String> seen = new HashSet<>();
    for (Query.Parameter parameter : query.parameters()) {
      if (!seen.add(parameter.name())) {
        throw refused(parameter.name(), parameter.value(), "Member must be given once");
      }
      refuseUnbuilt(parameter.name());
    }
  }

  private static void refuseUnbuilt(String name) {
    for (String unbuilt : UNBUILT) {
      if (name.equals(unbuilt) || name.startsWith(unbuilt + ".")) {
        throw new Failure.NotImplemented(unbuilt).exception();
      }
    }
    if (SECOND_FACTOR.contains(name)) {
      throw new Failure.AccessDenied(
              "MultiFactorAuthentication failed: accounts have no second factor here")
          .exception();
    }
  }

  /** A text that must be there. */
  String text(String name, int shortest, int longest) {
    String value = query.find(name).orElseThrow(() -> refused(name, "", "Member must not be null"));
    if (value.length() < shortest) {
      throw refused(name, value, "Member must have length greater than or equal to " + shortest);
    }
    if (value.length() > longest) {
      throw refused(name, value, "Member must have length less than or equal to " + longest);
    }
    return value;
  }

  /** A name that must be there. */
  String name(String name, int shortest, int longest) {
    String value = text(name, shortest, longest);
    if (!NAME.matcher(value).matches()) {
      throw refused(
          name, value, "Member must satisfy regular expression pattern: " + NAME.pattern());
    }
    return value;
  }

  Optional<String> find(String name) {
    return query.find(name);
  }

  Duration duration(Life life) {
    String name = "DurationSeconds";
    Optional<String> given = query.find(name);
    if (given.isEmpty()) {
      return life.usual();
    }
    if (!given.get().matches("-?[0-9]{1,9}")) {
      throw refused(name, given.get(), "Member must be a number");
    }
    Duration duration = Duration.ofSeconds(Long.parseLong(given.get()));
    if (duration.compareTo(life.shortest()) < 0) {
      throw refused(
          name,
          given.get(),
          "Member must have value greater than or equal to " + life.shortest().toSeconds());
    }
    if (duration.compareTo(life.longest()) > 0) {
      throw refused(
          name,
          given.get(),
          "Member must have value less than or equal to " + life.longest().toSeconds());
    }
    return duration;
  }

  /** Members are called as in the model: with a small letter first. */
  static RuntimeException refused(String parameter, String value, String reason) {
    String member = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
    return new Failure.InvalidArgument(member, value, reason).exception();
  }
}
