package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlWriterTest {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Test
  void writesElementsInElements() {
    String written =
        text(
            XmlWriter.document("List", "http://s3.amazonaws.com/doc/2006-03-01/")
                .element("Name", "bucket")
                .element("MaxKeys", 1000)
                .element("IsTruncated", false)
                .element("Owner", owner -> owner.element("ID", "me").element("Empty", ""))
                .start("Contents")
                .element("Key", "k")
                .end());

    assertThat(written)
        .isEqualTo(
            DECLARATION
                + "<List xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name>"
                + "<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
                + "<Owner><ID>me</ID><Empty></Empty></Owner>"
                + "<Contents><Key>k</Key></Contents></List>");
  }

  @Test
  void writesTextInTheRootAndNoNamespaceWhereThereIsNone() {
    assertThat(text(XmlWriter.document("Location", "").text("eu-west-1")))
        .isEqualTo(DECLARATION + "<Location>eu-west-1</Location>");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<a>&b, &lt;a&gt;&amp;b",
        "\"quoted\", &quot;quoted&quot;",
        "]]>, ]]&gt;",
        "it's, it's",
        "`a\tb\nc`, `a\tb\nc`",
        "`a\rb`, a&#xd;b",
        "`\u0001\u001f`, &#x1;&#x1f;",
        "`a\u0000b`, a\uFFFDb",
        "`\u007f\u0080\u0085`, `\u007f\u0080\u0085`",
        "\uFFFE\uFFFF, &#xfffe;&#xffff;",
        "\u00e9\u20ac\uD83D\uDE00, \u00e9\u20ac\uD83D\uDE00",
        "\uD83Dx, \uFFFDx",
        "\uDE00, \uFFFD",
      })
  void escapes(String text, String expected) {
    assertThat(text(XmlWriter.document("a", "").text(text)))
        .isEqualTo(DECLARATION + "<a>" + expected + "</a>");
  }

  @Test
  void growsWithItsText() {
    String long1 = "\u20ac".repeat(100_000);

    assertThat(text(XmlWriter.document("a", "").text(long1))).contains(long1).endsWith("</a>");
  }

  private static String text(XmlWriter writer) {
    return new String(writer.toBytes(), StandardCharsets.UTF_8);
  }
}
