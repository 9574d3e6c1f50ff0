package dev.cairn.dialect;

import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RawRequest;

/** Says how sure a dialect is that a request is its own. */
public interface Recogniser {
  /** The first rule that decides, in the order in which they are asked. */
  enum Evidence {
    /** Method, target and form: nobody else has such a request, whoever signs it and how. */
    FORM,
    /** The authorization word or a presigned parameter's name. */
    SIGNATURE,
    /** The prefix of a control header. */
    HEADER_PREFIX,
    /** The Host's suffix. */
    HOST,
    NONE
  }

  Evidence evidence(RawRequest request);

  /**
   * The same of a form that no header and no parameter signs: the names of its fields come first.
   *
   * @param fields that stand before the file
   */
  default Evidence evidence(RawRequest request, Headers fields) {
    return evidence(request);
  }

  /**
   * Whether the Host is one of the dialect's own: it decides between dialects whose evidence is
   * equally strong, such as those that share a signature.
   */
  default boolean onOwnHost(RawRequest request) {
    return evidence(request) == Evidence.HOST;
  }
}
