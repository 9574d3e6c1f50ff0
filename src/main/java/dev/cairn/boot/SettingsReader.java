package dev.cairn.boot;

import dev.cairn.gateway.GatewaySettings;
import dev.cairn.gateway.LimitSettings;
import dev.cairn.persistence.DatabaseSettings;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads the settings before the framework runs, from the environment and the system properties, and
 * says what is wrong with one in a line of its own.
 */
final class SettingsReader {

  private static final Pattern PROPERTY = Pattern.compile("cairn\\.[a-z0-9.-]+");
  private static final int HIGHEST_PORT = 65535;
  private static final long LARGEST_INLINE = 1 << 20;
  static final String PORT = "cairn.port";
  static final String MANAGEMENT_PORT = "cairn.management-port";

  /** Every mapping of the service: what is wrong with one is said before anything is started. */
  static final List<Class<?>> MAPPINGS =
      List.of(Settings.class, GatewaySettings.class, LimitSettings.class, DatabaseSettings.class);

  private SettingsReader() {}

  /** Those of this process. */
  static Settings read() {
    Settings settings =
        read(
            new SmallRyeConfigBuilder()
                .withSources(
                    new SysPropConfigSource(),
                    new EnvConfigSource(EnvironmentNames.withoutLinks(System.getenv()), 300)));
    // The framework reads the environment by itself, and would stumble over what was left out.
    EnvironmentNames.linked(System.getenv())
        .forEach(property -> System.setProperty(property, portOf(settings, property)));
    return settings;
  }

  private static String portOf(Settings settings, String property) {
    return Integer.toString(property.equals(PORT) ? settings.port() : settings.managementPort());
  }

  /** The names of all settings, {@code cairn.port} and so on. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<?> mapping : MAPPINGS) {
      for (String name : ConfigClass.configClass(mapping).getProperties().keySet()) {
        names.add(name.replace("[*]", "")); // the mark of a list
      }
    }
    return names;
  }

  /** Those of an environment, for a test. */
  static Settings read(Map<String, String> environment) {
    ConfigSource source = new EnvConfigSource(EnvironmentNames.withoutLinks(environment), 300);
    return read(new SmallRyeConfigBuilder().withSources(source));
  }

  private static Settings read(SmallRyeConfigBuilder sources) {
    try {
      sources.addDefaultInterceptors().addDiscoveredConverters();
      MAPPINGS.forEach(sources::withMapping);
      SmallRyeConfig config = sources.build();
      positive("cairn.body.timeout", config.getConfigMapping(GatewaySettings.class).timeout());
      check(config.getConfigMapping(DatabaseSettings.class));
      check(config.getConfigMapping(LimitSettings.class));
      Settings settings = config.getConfigMapping(Settings.class);
      check(settings);
      return settings;
    } catch (ConfigValidationException e) {
      throw new StartException(lineOf(e.getProblem(0)), e);
    }
  }

  private static void check(Settings settings) {
    port(PORT, settings.port());
    port(MANAGEMENT_PORT, settings.managementPort());
    if (settings.port() == settings.managementPort() && settings.port() != 0) {
      throw refused(MANAGEMENT_PORT, "must differ from CAIRN_PORT");
    }
    positive("cairn.uploads-remembered", settings.uploadsRemembered());
    positive("cairn.garbage-delay", settings.garbageDelay());
    positive("cairn.write-lease", settings.writeLease());
    if (settings.inlineLimit().asLongValue() > LARGEST_INLINE) {
      // What one statement reads or writes is in memory, and that may be a hundred of them.
      refuse("cairn.inline-limit", "must be 1M at most");
    }
    if (settings.restoreDelay().isNegative()) {
      refuse("cairn.restore-delay", "must not be negative");
    }
    positive("cairn.scrub-interval", settings.scrubInterval());
    positive("cairn.drain-timeout", settings.drainTimeout());
    settings.region().filter(String::isBlank).ifPresent(r -> refuse("cairn.region", "is blank"));
  }

  private static void check(DatabaseSettings database) {
    positive("cairn.database.acquire-timeout", database.acquireTimeout());
    positive("cairn.database.statement-timeout", database.statementTimeout());
    positive("cairn.database.connections", database.connections());
    positive("cairn.database.waiting", database.waiting());
  }

  private static void check(LimitSettings limits) {
    bytes("cairn.limits.headers", limits.headers());
    bytes("cairn.limits.request-line", limits.requestLine());
    bytes("cairn.limits.documents", limits.documents());
    bytes("cairn.limits.form-fields", limits.formFields());
    positive("cairn.limits.idle", limits.idle());
    positive("cairn.limits.connections", limits.connections());
    limits
        .connectionsPerAddress()
        .ifPresent(most -> positive("cairn.limits.connections-per-address", most));
    limits
        .requestsPerSecond()
        .ifPresent(most -> positive("cairn.limits.requests-per-second", most));
  }

  private static void bytes(String property, MemorySize size) {
    if (size.asLongValue() < 1024 || size.asLongValue() > 1 << 30) {
      refuse(property, "must be from 1K to 1G");
    }
  }

  private static void positive(String property, int number) {
    if (number <= 0) {
      refuse(property, "must be more than nothing");
    }
  }

  private static void port(String property, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      refuse(property, port + " is no port");
    }
  }

  private static void positive(String property, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      refuse(property, "must be longer than nothing");
    }
  }

  private static void refuse(String property, String reason) {
    throw refused(property, reason);
  }

  /** A failure that names the setting as it is written in the environment. */
  static StartException refused(String property, String reason) {
    return new StartException(variable(property) + ": " + reason);
  }

  /** {@code cairn.data-dir} as {@code CAIRN_DATA_DIR}. */
  static String variable(String property) {
    return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** "CAIRN_PORT: Expected an integer value, got "x"", from what the framework has to say. */
  private static String lineOf(Problem problem) {
    String message = problem.getMessage();
    Matcher property = PROPERTY.matcher(message);
    if (!property.find()) {
      return message;
    }
    // The last of its coded messages is the reason; those before it say where.
    String reason =
        message.substring(message.lastIndexOf("SRCFG")).replaceFirst("^SRCFG\\d+: ", "");
    return variable(property.group()) + ": " + reason;
  }
}
