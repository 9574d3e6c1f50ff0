package dev.cairn.dialect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.multipart.CreateMultipartUpload;
import dev.cairn.core.object.CopyObject;
import dev.cairn.core.object.GetObjectTagging;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectTagging;
import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags and redirects as S3 reads and writes them. */
class S3TaggingTest {
  private static final String PUT = "PUT /bucket/key";
  private static final String TAGGING = "PUT /bucket/key?tagging";
  private static final String SOURCE = "x-amz-copy-source: /src/a";
  private static final ObjectKey KEY = new ObjectKey("key");

  private final S3Wire s3 = new S3Wire();

  @Test
  void readsTagsOfAHeaderInTheirOrder() {
    PutObject put =
        (PutObject)
            s3.input(
                PUT, "Content-Length: 0", "x-amz-tagging: z=1&a+b=c%3D%40&empty=&bare&%C3%BC=%2B");
    CreateMultipartUpload initiate =
        (CreateMultipartUpload) s3.input("POST /bucket/key?uploads", "x-amz-tagging: z=1");

    assertThat(put.metadata().tags())
        .containsExactly(
            Map.entry("z", "1"),
            Map.entry("a b", "c=@"),
            Map.entry("empty", ""),
            Map.entry("bare", ""),
            Map.entry("ü", "+"));
    assertThat(initiate.metadata().tags()).containsExactly(Map.entry("z", "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&a=2, InvalidArgument",
    "a=%zz, InvalidArgument",
    "a=%C3, InvalidArgument",
    "=1, InvalidTag",
    "a*=1, InvalidTag",
    "a=<, InvalidTag",
    "aws:x=1, InvalidTag",
    "AWS:x=1, InvalidTag",
  })
  void refusesTagsOfAHeader(String value, String failure) {
    Failure found = s3.failure(PUT, "Content-Length: 0", "x-amz-tagging: " + value);

    assertThat(found.getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void limitsHowManyAndHowLong() {
    assertThat(put("k".repeat(128) + "=" + "v".repeat(256)).metadata().tags()).hasSize(1);
    assertThat(put(tags(10)).metadata().tags()).hasSize(10);
    assertThat(refused("k".repeat(129) + "=v")).isInstanceOf(Failure.InvalidTag.class);
    assertThat(refused("k=" + "v".repeat(257))).isInstanceOf(Failure.InvalidTag.class);
    assertThat(refused(tags(11))).isEqualTo(new Failure.TooManyTags(10));
  }

  private PutObject put(String tags) {
    return (PutObject) s3.input(PUT, "Content-Length: 0", "x-amz-tagging: " + tags);
  }

  private Failure refused(String tags) {
    return s3.failure(PUT, "Content-Length: 0", "x-amz-tagging: " + tags);
  }

  private static String tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining("&"));
  }

  @Test
  void readsTagsOfADocument() {
    Object input =
        s3.inputOf(
            "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>"
                + "<Tag><Key>b</Key><Value> 1 </Value></Tag><Tag><Value/><Key>a</Key></Tag>"
                + "</TagSet></Tagging>",
            TAGGING);

    assertThat(input).isInstanceOf(PutObjectTagging.class);
    assertThat(((PutObjectTagging) input).key()).isEqualTo(KEY);
    assertThat(((PutObjectTagging) input).tags())
        .containsExactly(Map.entry("b", " 1 "), Map.entry("a", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', MissingBody",
    "<Tagging/>, MalformedXml",
    "<Tags><TagSet/></Tags>, MalformedXml",
    "<Tagging><TagSet/><TagSet/></Tagging>, MalformedXml",
    "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>, MalformedXml",
    "<Tagging><TagSet><Tag><Value>a</Value></Tag></TagSet></Tagging>, MalformedXml",
    "<Tagging><TagSet><Tug/></TagSet></Tagging>, MalformedXml",
    "<Tagging><TagSet><Tag><Key>a</Key><Key>b</Key><Value/></Tag></TagSet></Tagging>, MalformedXml",
    "<Tagging><TagSet><Tag><Key/><Value/></Tag></TagSet></Tagging>, InvalidTag",
    "<Tagging><TagSet><Tag><Key>aws:a</Key><Value/></Tag></TagSet></Tagging>, InvalidTag",
    "<Tagging><TagSet><Tag><Key>a</Key><Value/></Tag><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging>,"
        + " InvalidTag",
  })
  void refusesADocument(String document, String failure) {
    assertThat(s3.failureOf(document, TAGGING).getClass().getSimpleName()).isEqualTo(failure);
  }

  @Test
  void noTagsIsATagSetToo() {
    PutObjectTagging input = (PutObjectTagging) s3.inputOf("<Tagging><TagSet/></Tagging>", TAGGING);

    assertThat(input.tags()).isEmpty();
    assertThat(S3Wire.document(s3.answer(input.tags(), "GET /bucket/key?tagging")))
        .endsWith("/\"><TagSet></TagSet></Tagging>");
  }

  @Test
  void writesTags() {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    tags.put("b", "<1>");
    tags.put("a", "");

    Answer answer = s3.answer(tags, "GET /bucket/key?tagging&versionId=null");

    assertThat(s3.input("GET /bucket/key?tagging")).isEqualTo(new GetObjectTagging(KEY));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(S3Wire.document(answer))
        .endsWith(
            "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>"
                + "<Tag><Key>b</Key><Value>&lt;1&gt;</Value></Tag>"
                + "<Tag><Key>a</Key><Value></Value></Tag></TagSet></Tagging>");
  }

  @Test
  void deletesAllOfThem() {
    assertThat(s3.input("DELETE /bucket/key?tagging"))
        .isEqualTo(new PutObjectTagging(KEY, new LinkedHashMap<>()));
    assertThat(s3.answer(null, "DELETE /bucket/key?tagging").status()).isEqualTo(204);
  }

  @Test
  void copiesTagsOrReplacesThem() {
    CopyObject copied = (CopyObject) s3.input(PUT, SOURCE, "x-amz-tagging: ignored=1");
    CopyObject replaced =
        (CopyObject)
            s3.input(PUT, SOURCE, "x-amz-tagging-directive: REPLACE", "x-amz-tagging: a=1");
    CopyObject removed = (CopyObject) s3.input(PUT, SOURCE, "x-amz-tagging-directive: REPLACE");

    assertThat(copied.tags()).isEmpty();
    assertThat(replaced.tags().orElseThrow()).containsExactly(Map.entry("a", "1"));
    assertThat(removed.tags().orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a?b=c", "http://example.com/x", "https://example.com"})
  void readsARedirect(String location) {
    String header = "x-amz-website-redirect-location: " + location;

    PutObject put = (PutObject) s3.input(PUT, "Content-Length: 0", header);
    CopyObject copy = (CopyObject) s3.input(PUT, SOURCE, header);
    CopyObject ontoItself = (CopyObject) s3.input(PUT, "x-amz-copy-source: /bucket/key", header);

    assertThat(put.metadata().redirect()).contains(location);
    assertThat(copy.redirect()).contains(location);
    assertThat(ontoItself.redirect()).contains(location);
  }

  @Test
  void refusesARedirectThatIsNone() {
    for (String location :
        new String[] {"", "www.example.com", "HTTP://x", "/" + "a".repeat(2048)}) {
      assertThat(
              s3.failure(PUT, "Content-Length: 0", "x-amz-website-redirect-location: " + location))
          .isInstanceOf(Failure.InvalidRedirectLocation.class);
    }
    assertThat(
            s3.input(
                PUT, "Content-Length: 0", "x-amz-website-redirect-location: /" + "a".repeat(2047)))
        .isNotNull();
  }
}
