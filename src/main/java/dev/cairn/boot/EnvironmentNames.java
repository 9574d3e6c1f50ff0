package dev.cairn.boot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Variables of the environment that look like settings and are none. Kubernetes gives every
 * container some for each service of its namespace: beside one that is called {@code cairn}, {@code
 * CAIRN_PORT} is {@code tcp://10.0.0.1:9000}, and no setting. Whatever else is not known is
 * misspelt, and would do nothing in silence.
 */
final class EnvironmentNames {
  private static final String PREFIX = "CAIRN_";
  private static final Pattern LINK =
      Pattern.compile("CAIRN(_.+)?_(SERVICE_(HOST|PORT)(_.+)?|PORT(_[0-9]+_[A-Z]+(_.+)?)?)");
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+://.*");

  private EnvironmentNames() {}

  /** The settings that Kubernetes has written over, by their properties. */
  static List<String> linked(Map<String, String> environment) {
    return Stream.of(SettingsReader.PORT, SettingsReader.MANAGEMENT_PORT)
        .filter(port -> isLink(environment.getOrDefault(SettingsReader.variable(port), "")))
        .toList();
  }

  /** The environment, but for those. */
  static Map<String, String> withoutLinks(Map<String, String> environment) {
    Map<String, String> rest = new TreeMap<>(environment);
    linked(environment).forEach(port -> rest.remove(SettingsReader.variable(port)));
    return rest;
  }

  /** What an operator should be told of it, line by line; values are not shown. */
  static List<String> warnings(Map<String, String> environment) {
    List<String> known =
        SettingsReader.names().stream().map(SettingsReader::variable).collect(Collectors.toList());
    Stream<String> links =
        linked(environment).stream()
            .map(SettingsReader::variable)
            .map(name -> name + " is the address of a Kubernetes service, and is ignored");
    Stream<String> unknown =
        environment.keySet().stream()
            .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
            .filter(name -> !LINK.matcher(name).matches())
            .sorted()
            .map(name -> name + " is no setting, and is ignored");
    return Stream.concat(links, unknown).toList();
  }

  private static boolean isLink(String value) {
    return ADDRESS.matcher(value).matches();
  }
}
