package dev.cairn.protocol.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.body.Body;
import dev.cairn.core.body.BytesBody;
import dev.cairn.core.body.Slab;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
  private static final String KEY =
      "--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na/b\r\n";
  private static final String EMPTY =
      "--xyz\r\ncontent-disposition:form-data;name=empty\r\n\r\n\r\n";
  private static final String FILE_HEAD =
      "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\dir\\cat.txt\"\r\n"
          + "Content-Type: text/plain\r\n\r\n";
  private static final String LATER =
      "\r\n--xyz\r\nContent-Disposition: form-data; name=\"submit\"\r\n\r\nUpload\r\n";

  /** Full of what is nearly a line between parts. */
  private static final String CONTENT =
      "\r\n\r\r\n-\r\n--xy\r\n--xyq\r\n--xyzA\r\n--xyz-\r\n--xyz \t-\r\n--xyz\r--xyz\r\n--xy\r\n";

  @Test
  void readsFieldsAndFileWhereverTheFormIsCut() {
    byte[] form =
        bytes(
            "some\r\npreamble\r\n" + KEY + EMPTY + FILE_HEAD + CONTENT + LATER + "--xyz--\r\nbye");

    for (int first = 1; first < form.length - 1; first++) {
      for (int second = first + 1; second < form.length; second += 7) {
        assertIsWhole(BytesBody.cutAt(form, first, second), first + ", " + second);
      }
    }
  }

  @Test
  void readsFieldsAndFileByteByByte() {
    byte[] form = bytes(KEY + EMPTY + FILE_HEAD + CONTENT + LATER + "--xyz--");

    assertIsWhole(BytesBody.inSlabsOf(1, form), "everywhere");
  }

  private static void assertIsWhole(BytesBody source, String cuts) {
    Form form = read(source);

    assertThat(form.fields().first("KEY")).as("cut at %s", cuts).contains("a/b");
    assertThat(form.fields().first("empty")).as("cut at %s", cuts).contains("");
    assertThat(form.filename()).isEqualTo("cat.txt");
    assertThat(form.file().orElseThrow().contentType()).contains("text/plain");
    assertThat(contentOf(form)).as("cut at %s", cuts).isEqualTo(CONTENT);
    assertThat(form.file().orElseThrow().filesOfForm()).isOne();
    assertThat(source.slabsHeld()).as("cut at %s", cuts).isZero();
  }

  @Test
  void passesAnyBytesThrough() {
    byte[] random = new byte[100_000];
    new Random(7).nextBytes(random);
    String content = new String(random, ISO_8859_1);
    BytesBody source =
        BytesBody.inSlabsOf(4096, bytes(FILE_HEAD + content + "\r\n--xyz--\r\n")).ofUnknownLength();

    assertThat(contentOf(read(source))).isEqualTo(content);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void pullsNothingBeyondTheSlabInWhichTheFileBegins() {
    byte[] form = bytes(KEY + FILE_HEAD + "hello\r\n--xyz--\r\n");
    BytesBody source = BytesBody.cutAt(form, KEY.length() + FILE_HEAD.length() + 2);

    Form read = read(source);

    assertThat(source.slabsPulled()).isOne();
    assertThat(source.slabsHeld()).isOne();
    read.abandon();
    assertThat(source.slabsHeld()).isZero();
    assertThat(source.isAbandoned()).isTrue();
  }

  @Test
  void knowsThePartsByTheirNames() {
    String field =
        "--xyz\r\nContent-Disposition: form-data; filename=\"x\"; name=\"acl\"\r\n\r\nprivate\r\n";
    String file = "--xyz\r\nContent-Disposition: form-data; name=\"FILE\"\r\n\r\nhello";

    Form form = read(BytesBody.of(bytes(field + file + "\r\n--xyz--")));

    assertThat(form.fields().first("acl")).contains("private");
    assertThat(form.filename()).isEmpty();
    assertThat(contentOf(form)).isEqualTo("hello");
  }

  @Test
  void countsTheFilesThatFollow() {
    Form form =
        read(
            BytesBody.of(
                bytes(
                    KEY + FILE_HEAD + "1\r\n" + FILE_HEAD + "2\r\n" + FILE_HEAD + "3\r\n--xyz--")));

    assertThat(contentOf(form)).isEqualTo("1");
    assertThat(form.file().orElseThrow().filesOfForm()).isEqualTo(3);
  }

  @Test
  void readsAFormWithoutAFile() {
    BytesBody source = BytesBody.of(bytes(KEY + "--xyz--\r\n"));

    Form form = read(source);

    assertThat(form.file()).isEmpty();
    assertThat(form.fields().first("key")).contains("a/b");
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void readsBlanksBehindABoundaryAndEscapesInNames() {
    String form =
        "--xyz  \t\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\n1\r\n--xyz\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a\\\"b;c\"\r\n\r\n2\r\n"
            + "--xyz--";

    Form read = read(BytesBody.of(bytes(form)));

    assertThat(read.fields().first("a\"b")).contains("1");
    assertThat(read.filename()).isEqualTo("a\"b;c");
    assertThat(contentOf(read)).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "--xyz\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nno end",
        "--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nv\r\n--xyz",
        "--xyz\r\nContent-Disposition: form-data; name=\"key\"\n\r\n\r\nv\r\n--xyz--",
        "--xyz\r\nContent-Disposition: attachment; name=\"key\"\r\n\r\nv\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data\r\n\r\nv\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"key\r\n\r\nv\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nv\r\n--xyz--",
        "--xyz\r\nnonsense\r\n\r\nv\r\n--xyz--"
      })
  void refusesFormsThatCannotBeRead(String form) {
    BytesBody source = BytesBody.of(bytes(form));

    assertThat(failure(source)).isInstanceOf(Failure.MalformedForm.class);
    assertThat(source.slabsHeld()).isZero();
    assertThat(source.isAbandoned()).isTrue();
  }

  @Test
  void refusesAFileWithoutAnEnd() {
    BytesBody source = BytesBody.inSlabsOf(64, bytes(KEY + FILE_HEAD + "hello\r\n--xyz-"));
    Form form = read(source);

    FailureException thrown = catchThrowableOfType(FailureException.class, () -> contentOf(form));

    assertThat(thrown.failure()).isInstanceOf(Failure.MalformedForm.class);
    assertThat(source.slabsHeld()).isZero();
  }

  @Test
  void refusesMoreThan20KilobytesBeforeTheFile() {
    String value = "x".repeat(20 * 1024 - KEY.length() - FILE_HEAD.length());
    String exact = KEY.replace("a/b", value + "a/b") + FILE_HEAD + "hello\r\n--xyz--";

    assertThat(contentOf(read(BytesBody.inSlabsOf(1000, bytes(exact))))).isEqualTo("hello");
    assertThat(failure(BytesBody.inSlabsOf(1000, bytes("\r\n" + exact))))
        .isEqualTo(new Failure.FormTooLarge(20 * 1024));
    assertThat(failure(BytesBody.of(bytes("y".repeat(30_000)))))
        .isEqualTo(new Failure.FormTooLarge(20 * 1024));
  }

  @Test
  void refusesTooMuchBehindTheFile() {
    byte[] form = bytes(KEY + FILE_HEAD + "hello" + LATER + "--xyz--" + "z".repeat(1 << 20));
    BytesBody source = BytesBody.inSlabsOf(1 << 16, form);

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> contentOf(read(source)));

    assertThat(thrown.failure()).isEqualTo(new Failure.FormTooLarge(1 << 20));
    assertThat(source.slabsHeld()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/mixed; boundary=xyz",
        "text/plain",
        ""
      })
  void refusesBodiesThatAreNoForms(String type) {
    assertThat(failure(BytesBody.of("x"), type)).isInstanceOf(Failure.NotAForm.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"a\r\nb\"",
        "multipart/form-data; boundary=0123456789012345678901234567890123456789"
            + "0123456789012345678901234567890"
      })
  void refusesBoundariesThatAreNone(String type) {
    assertThat(failure(BytesBody.of("x"), type)).isInstanceOf(Failure.MalformedForm.class);
  }

  private static Form read(Body body) {
    return read(body, "Multipart/Form-Data; charset=utf-8; boundary=\"xyz\"");
  }

  private static Form read(Body body, String type) {
    Headers headers = Headers.builder().add("Content-Type", type).build();
    return FormReader.read(body, headers, 20 << 10).await().indefinitely();
  }

  private static Failure failure(Body body) {
    return failure(body, "multipart/form-data; boundary=xyz");
  }

  private static Failure failure(Body body, String type) {
    return catchThrowableOfType(FailureException.class, () -> read(body, type)).failure();
  }

  private static String contentOf(Form form) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Body file = form.file().orElseThrow();
    for (Slab slab; (slab = file.next().await().indefinitely()) != null; ) {
      byte[] piece = new byte[slab.size()];
      slab.bytes().get(piece);
      content.writeBytes(piece);
      slab.release();
    }
    return content.toString(ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
