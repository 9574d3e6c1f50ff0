package dev.cairn.protocol.form;

import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import dev.cairn.protocol.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A form whose head is read.
 *
 * @param fields before the file, in the order in which they came: names without regard to case,
 *     values as in the heads of requests, one char for each byte
 * @param file empty for a form that has none
 */
public record Form(Headers fields, Optional<FormFile> file) {

  /**
   * The text of a field; of a repeated one, the first.
   *
   * @throws FailureException InvalidArgument for bytes that are no UTF-8
   */
  public Optional<String> text(String name) {
    return fields.first(name).map(value -> decode(name, value));
  }

  /**
   * The file's name without the folders that some browsers send; empty where it has none.
   *
   * @throws FailureException InvalidArgument for bytes that are no UTF-8
   */
  public String filename() {
    String given =
        file.flatMap(FormFile::filename).map(name -> decode("filename", name)).orElse("");
    return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  }

  private static String decode(String name, String value) {
    try {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FailureException(new Failure.InvalidArgument(name, "", "not UTF-8"), e);
    }
  }

  /** Frees what is held of the file. */
  public void abandon() {
    file.ifPresent(FormFile::abandon);
  }
}
