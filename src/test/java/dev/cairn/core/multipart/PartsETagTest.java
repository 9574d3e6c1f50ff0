package dev.cairn.core.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.ETag;
import dev.cairn.model.Part;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsETagTest {
  // As Alibaba OSS answered them: in its documentation and to its Python SDK.
  @ParameterizedTest
  @CsvSource({
    "1C787C506EABFB9B45EAAA8DB039F4B2-2,"
        + " 4DE8075FB607DF4D13FBC480EA488EFA AF947EC157726CEA88ED83B3C989063B",
    "B864DB6A936D376F9F8D3ED3BBE540DD-3,"
        + " 3349DC700140D7F86A078484278075A9 8EFDA8BE206636A695359836FE0A0E0A"
        + " 8C315065167132444177411FDA149B92",
  })
  void hashesTheHexTextOfTheParts(String expected, String parts) {
    assertThat(PartsETag.HEX_TEXT.of(parts(parts))).isEqualTo(new ETag(expected));
  }

  private static List<Part> parts(String hex) {
    return Stream.of(hex.split(" ", -1))
        .map(md5 -> new Part(1, 1, HexFormat.of().parseHex(md5), Instant.EPOCH, List.of()))
        .toList();
  }
}
