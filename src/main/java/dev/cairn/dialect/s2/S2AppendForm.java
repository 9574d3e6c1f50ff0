package dev.cairn.dialect.s2;

import dev.cairn.core.object.AppendRules;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AppendObjectCodec.AppendForm;
import dev.cairn.dialect.family.codec.AppendObjectCodec.Place;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Failure;
import dev.cairn.protocol.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How S2 appends: by metadata of a PutObject that is none, to any finished object. */
final class S2AppendForm {
  /** Where the bytes go, and in the answer where the next ones go. */
  static final String POSITION = S2Vocabulary.RESERVED_METADATA + "append-position";

  /** Whether the metadata of an object that is there is kept or replaced. */
  static final String DIRECTIVE = S2Vocabulary.RESERVED_METADATA + "directive";

  static final String COPY_SOURCE = "x-amz-copy-source";

  /** What a refusal calls the length of the object: as the sample has it, and as the text has. */
  static final List<String> POSITIONS = List.of(POSITION, "x-amz-meta-append-position");

  static final AppendRules RULES = new AppendRules(true, true, 2000, S2Vocabulary.OBJECT_BYTES);

  private static final Set<String> CONTROLS = Set.of(POSITION, DIRECTIVE);

  private S2AppendForm() {}

  static AppendForm create(Vocabulary words) {
    return new AppendForm(
        S2AppendForm::place, POSITION, result -> words.eTags().header(result.object().eTag()));
  }

  /** Whether the header is reserved metadata that a client may send. */
  static boolean controls(String name) {
    return CONTROLS.contains(name);
  }

  private static Place place(RequestHead head) {
    Headers headers = head.headers();
    if (headers.has(COPY_SOURCE)) {
      throw new Failure.InvalidRequest("What is appended cannot be a copy.").exception();
    }
    long position = Parameters.position(POSITION, headers.first(POSITION).orElse(""));
    return new Place(position, withoutControls(head), replaces(headers));
  }

  private static boolean replaces(Headers headers) {
    String directive = headers.first(DIRECTIVE).orElse("COPY");
    return switch (directive) {
      case "COPY" -> false;
      case "REPLACE" -> true;
      default ->
          throw new Failure.InvalidArgument(DIRECTIVE, directive, "must be COPY or REPLACE")
              .exception();
    };
  }

  private static RequestHead withoutControls(RequestHead head) {
    Headers.Builder kept = Headers.builder();
    for (Headers.Field field : head.headers().fields()) {
      if (!controls(field.name().toLowerCase(Locale.ROOT))) {
        kept.add(field.name(), field.value());
      }
    }
    return new RequestHead(head.raw(), head.address(), head.operation(), kept.build());
  }
}
