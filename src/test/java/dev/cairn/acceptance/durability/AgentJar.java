package dev.cairn.acceptance.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A class of the tests as a Java agent. */
final class AgentJar {
  private AgentJar() {}

  /** Packs the agent and its nested classes. */
  static Path of(Class<?> agent) throws IOException {
    Path jar = Path.of("target", agent.getSimpleName() + ".jar").toAbsolutePath();
    Path folder = Path.of("target", "test-classes", agent.getPackageName().replace('.', '/'));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", agent.getName());
    // Where every class of the application sees it, whichever loader it is of.
    main.putValue("Boot-Class-Path", jar.getFileName().toString());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file, manifest)) {
      for (Path each : classes(folder, agent)) {
        packed.putNextEntry(
            new JarEntry(agent.getPackageName().replace('.', '/') + "/" + each.getFileName()));
        packed.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }

  private static List<Path> classes(Path folder, Class<?> agent) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches(agent.getSimpleName() + "(\\$.*)?\\.class"))
          .toList();
    }
  }
}
