package dev.cairn.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.acceptance.PackagedCairn;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first session of each vendor: the README's text, but for the port. */
class FirstSessionsIT {
  @TempDir Path folder;
  private final RunningCairn cairn = PackagedCairn.shared().running();

  @Test
  void ofS3() throws IOException, InterruptedException {
    // Given: credentials where the first start puts them, and a file that is not as large.
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(
        data.resolve("root-credentials.json"),
        "{\"accessKeyId\": \"%s\", \"secretAccessKey\": \"%s\"}"
            .formatted(cairn.accessKeyId(), cairn.secretAccessKey()));

    // When
    String printed = shell(printed("S3", "sh").replace("head -c 1G", "head -c 20M"));

    // Then
    assertThat(printed).contains("make_bucket: first").contains("same\nsame");
  }

  @Test
  void ofS2() throws IOException, InterruptedException {
    assertThat(shell(printed("BaishanCloud S2", "sh"))).endsWith("same");
  }

  @ParameterizedTest
  @CsvSource({"Huawei OBS, 'Hello, OBS'", "Alibaba Cloud OSS, 'Hello, OSS'"})
  void inJava(String vendor, String last) throws IOException, InterruptedException {
    // Given
    Path source = Files.writeString(folder.resolve("Session.java"), printed(vendor, "java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    // When
    String output = Tool.in(folder, cairn).run(java, "-cp", classes, source.toString());

    // Then
    assertThat(output).contains(last);
  }

  private String shell(String script) throws IOException, InterruptedException {
    return Tool.in(folder, cairn).run("bash", "-eu", "-c", script);
  }

  /** The block of code below a heading. */
  private String printed(String heading, String language) throws IOException {
    Matcher block =
        Pattern.compile(
                "\n### %s\n.*?\n```%s\n(.*?)\n```\n".formatted(heading, language), Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).as("%s below %s", language, heading).isTrue();
    assertThat(block.group(1)).contains("9000");
    return block.group(1).replace("9000", Integer.toString(cairn.port()));
  }
}
