package dev.cairn.dialect;

import dev.cairn.model.Failure;
import dev.cairn.model.ObjectKey;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.Query;
import dev.cairn.protocol.RawRequest;
import dev.cairn.protocol.form.Form;
import java.util.Optional;

/**
 * A request whose dialect, address and operation are known: what codecs and authenticators read.
 *
 * @param headers those of the request and, for presigned URLs, those hoisted into its query; of a
 *     form, its fields
 * @param form of PostObject: what was read of it before its file
 */
public record RequestHead(
    RawRequest raw, Address address, Operation operation, Headers headers, Optional<Form> form) {
  private static final String KEY = "key";
  private static final String FILENAME = "${filename}";

  /** Of a request that is no form. */
  public RequestHead(RawRequest raw, Address address, Operation operation, Headers headers) {
    this(raw, address, operation, headers, Optional.empty());
  }

  /**
   * Of a form: its key is that of the field, in which the file's name may be put. A form that names
   * none is for its codec to refuse.
   *
   * @throws dev.cairn.model.FailureException InvalidArgument for what is no key
   */
  public static RequestHead ofForm(
      RawRequest raw, Address address, Operation operation, Form form) {
    String key = form.text(KEY).map(text -> text.replace(FILENAME, form.filename())).orElse("");
    if (key.indexOf('\0') >= 0) {
      throw new Failure.InvalidArgument(KEY, "", "a key cannot contain U+0000").exception();
    }
    Address ofObject = key.isEmpty() ? address : address.of(new ObjectKey(key));
    return new RequestHead(raw, ofObject, operation, form.fields(), Optional.of(form));
  }

  public Query query() {
    return raw.query();
  }
}
