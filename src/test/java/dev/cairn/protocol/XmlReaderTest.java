package dev.cairn.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private record Entry(int number, String tag) {}

  private static List<Entry> entries(XmlReader xml) {
    List<Entry> entries = new ArrayList<>();
    while (xml.next()) {
      switch (xml.name()) {
        case "Part" -> entries.add(entry(xml));
        default -> xml.skip();
      }
    }
    return entries;
  }

  private static Entry entry(XmlReader xml) {
    int number = 0;
    String tag = "";
    while (xml.next()) {
      switch (xml.name()) {
        case "PartNumber" -> number = xml.integer();
        case "ETag" -> tag = xml.text();
        default -> xml.skip();
      }
    }
    return new Entry(number, tag);
  }

  private static List<Entry> parse(String document) {
    return XmlReader.parse(utf8(document), "List", XmlReaderTest::entries);
  }

  private static String textOf(String document) {
    return XmlReader.parse(utf8(document), "a", XmlReader::text);
  }

  @Test
  void readsElementByElementWhateverTheWhiteSpaceNamespaceAndUnknownElements() {
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a comment -->
        <s3:List xmlns:s3="http://s3.amazonaws.com/doc/2006-03-01/" xmlns="urn:other">
          <Part>
            <ETag>"a&amp;b"</ETag>
            <Unknown><Part><ETag>no</ETag></Part>text</Unknown>
            <PartNumber> 1 </PartNumber>
          </Part>
          <?target instruction?>
          <Other/>
          <s3:Part><s3:PartNumber>2</s3:PartNumber><ETag><![CDATA[<c>]]></ETag></s3:Part>
        </s3:List>
        """;

    assertThat(parse(document)).containsExactly(new Entry(1, "\"a&b\""), new Entry(2, "<c>"));
  }

  @Test
  void keepsTextAsItStands() {
    assertThat(textOf("<a> x\n<!-- c -->&lt;&#x20AC;&#128512;<![CDATA[&amp;]]> \t</a>"))
        .isEqualTo(" x\n<\u20ac\uD83D\uDE00&amp; \t");
    assertThat(textOf("<a/>")).isEmpty();
    assertThat(textOf("<a>&quot;&apos;&gt;</a>")).isEqualTo("\"'>");
  }

  @Test
  void readsCharactersThatXmlHasNoPlaceForAsReferences() {
    assertThat(textOf("<a>&#1;&#x1f;&#13;</a>")).isEqualTo("\u0001\u001f\r");
  }

  @Test
  void readsWhatTheWriterWrites() {
    String text = "a\u0001\r\n\t<>&\"' \u00e9\uD83D\uDE00]]>";

    byte[] document = XmlWriter.document("a", "urn:x").text(text).toBytes();

    assertThat(XmlReader.parse(document, "a", XmlReader::text)).isEqualTo(text);
  }

  @Test
  void readsAttributes() {
    String document = "<a xmlns:xsi='urn:i'><b xsi:type='Group' c='d'/></a>";

    List<String> read =
        XmlReader.parse(
            utf8(document),
            "a",
            xml -> {
              xml.next();
              String type = xml.attribute("type").orElse("");
              boolean other = xml.attribute("e").isPresent();
              xml.skip();
              return List.of(type, String.valueOf(other), String.valueOf(xml.next()));
            });

    assertThat(read).containsExactly("Group", "false", "false");
  }

  @Test
  void readsTruthValues() {
    assertThat(XmlReader.parse(utf8("<a> true</a>"), "a", XmlReader::bool)).isTrue();
    assertThat(XmlReader.parse(utf8("<a>false</a>"), "a", XmlReader::bool)).isFalse();
    assertMalformed(() -> XmlReader.parse(utf8("<a>yes</a>"), "a", XmlReader::bool));
  }

  @Test
  void readsAByteOrderMark() {
    assertThat(textOf("\uFEFF<a>b</a>")).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "IBM037"})
  void refusesOtherEncodings(String name) {
    String declared = name.replaceAll("[LB]E$", "");
    byte[] document =
        ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a>\u00e9</a>")
            .getBytes(Charset.forName(name));

    assertMalformed(() -> XmlReader.parse(document, "a", XmlReader::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<",
        "<List",
        "<List>",
        "<List><Part></List>",
        "<List></Liste>",
        "<List/><List/>",
        "<List/>garbage",
        "<List/>\u0000",
        "<list/>",
        "<Other><List/></Other>",
        "<x:List/>",
        "<List>text</List>",
        "<List><Part>text</Part></List>",
        "<List><Part><ETag>a<b/></ETag></Part></List>",
        "<List><Part><PartNumber>one</PartNumber></Part></List>",
        "<List><Part><PartNumber></PartNumber></Part></List>",
        "<List><Part><PartNumber>99999999999</PartNumber></Part></List>",
        "<List><Part><ETag>&unknown;</ETag></Part></List>",
        "<List><Part><ETag>&#0;</ETag></Part></List>",
        "<List><Part><ETag>&#xD800;</ETag></Part></List>",
        "<List><Part><ETag>&#x110000;</ETag></Part></List>",
        "<List><Part><ETag>\u0001</ETag></Part></List>",
        "<List><Part><ETag>a & b</ETag></Part></List>",
        "<List a='1' a='2'/>",
        "<List a=b/>",
        " <?xml version='1.0'?><List/>",
        "<?xml version='9'?><List/>",
        "<!DOCTYPE List><List/>",
        "<!DOCTYPE List [<!ENTITY e 'v'>]><List><Part><ETag>&e;</ETag></Part></List>",
        "<!DOCTYPE List SYSTEM 'file:///etc/passwd'><List/>",
        "<!DOCTYPE List [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<List><Part><ETag>&e;</ETag></Part></List>",
        "<!DOCTYPE List [<!ENTITY % e SYSTEM 'http://localhost:1/'> %e;]><List/>",
        "<List><!DOCTYPE List></List>",
      })
  void refuses(String document) {
    assertMalformed(() -> parse(document));
  }

  @Test
  void refusesTruncationAtEveryByte() {
    byte[] document = utf8("<List><Part><ETag>\u00e9</ETag></Part></List>");

    for (int length = 0; length < document.length; length++) {
      byte[] cut = Arrays.copyOf(document, length);
      assertMalformed(() -> XmlReader.parse(cut, "List", XmlReaderTest::entries));
    }
  }

  @Test
  void refusesInvalidUtf8() {
    byte[] overlong = "<a>\u00c0\u00af</a>".getBytes(StandardCharsets.ISO_8859_1);
    byte[] lone = "<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1);
    byte[] surrogate = "<a>\u00ed\u00a0\u0080</a>".getBytes(StandardCharsets.ISO_8859_1);

    assertMalformed(() -> XmlReader.parse(overlong, "a", XmlReader::text));
    assertMalformed(() -> XmlReader.parse(lone, "a", XmlReader::text));
    assertMalformed(() -> XmlReader.parse(surrogate, "a", XmlReader::text));
  }

  @Test
  void refusesABillionLaughsAtOnce() {
    StringBuilder entities = new StringBuilder("<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l").append(i).append(" '");
      entities.append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
    }
    String document =
        "<!DOCTYPE List [" + entities + "]><List><Part><ETag>&l9;</ETag></Part></List>";

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertMalformed(() -> parse(document)));
  }

  @Test
  void refusesDeepNestingAndHugeTextsAndManyAttributes() {
    assertMalformed(() -> parse("<List>" + "<a>".repeat(100_000)));
    assertMalformed(() -> textOf("<a>" + "x".repeat(100_000) + "</a>"));
    assertMalformed(() -> parse("<List x='" + "x".repeat(100_000) + "'/>"));
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    assertMalformed(() -> parse("<List" + attributes + "/>"));
  }

  @Test
  void checksWhatTheCallerLeavesUnread() {
    String read = XmlReader.parse(utf8("<a><b/></a>"), "a", xml -> "done");

    assertThat(read).isEqualTo("done");
    assertMalformed(() -> XmlReader.parse(utf8("<a><b></a>"), "a", xml -> 1));
  }

  @Test
  void readsTenThousandPartsInOnePass() {
    StringBuilder document = new StringBuilder("<List>\n");
    for (int i = 1; i <= 10_000; i++) {
      document.append("    <Part>\n        <PartNumber>").append(i);
      document.append("</PartNumber>\n        <ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;");
      document.append("</ETag>\n    </Part>\n");
    }
    String text = document.append("</List>").toString();

    List<Entry> entries = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> parse(text));

    assertThat(entries).hasSize(10_000);
    assertThat(entries.getLast())
        .isEqualTo(new Entry(10_000, "\"d41d8cd98f00b204e9800998ecf8427e\""));
  }

  @Test
  void survivesGarbage() {
    Random random = new Random(7);
    byte[] document =
        utf8("<?xml version='1.0'?><List><Part a='b'><ETag>&lt;</ETag></Part></List>");
    byte[] alphabet = utf8("<>&;!?/='\"[]-ax \u0000\u00e9");
    for (int round = 0; round < 20_000; round++) {
      byte[] garbled = document.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        garbled[random.nextInt(garbled.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        XmlReader.parse(garbled, "List", XmlReaderTest::entries);
      } catch (FailureException e) {
        assertThat(e.failure()).isInstanceOf(Failure.MalformedXml.class);
      }
    }
  }

  private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.MalformedXml.class));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
