package dev.cairn.dialect.family.signature;

import dev.cairn.dialect.family.signature.V4Authorization.Form;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the Authorization header of V4: {@code algorithm Credential=…, SignedHeaders=…,
 * Signature=…}, in any order, with or without blanks after the commas.
 */
final class V4Header {
  private V4Header() {}

  static V4Authorization parse(V4Scheme scheme, String header) {
    Map<String, String> fields = fields(header.strip().substring(scheme.algorithm().length()));
    return V4Authorization.of(
        Form.HEADER,
        scheme,
        required(fields, "Credential"),
        required(fields, "SignedHeaders"),
        required(fields, "Signature"));
  }

  private static Map<String, String> fields(String list) {
    Map<String, String> fields = new HashMap<>();
    for (String piece : list.split(",", -1)) {
      String field = piece.strip();
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw Form.HEADER
            .malformed(
                "the authorization header requires three components: Credential, SignedHeaders,"
                    + " and Signature")
            .exception();
      }
      if (fields.put(field.substring(0, equals), field.substring(equals + 1)) != null) {
        throw Form.HEADER.malformed("a component is given twice").exception();
      }
    }
    return fields;
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw Form.HEADER.malformed("the authorization header is missing " + name).exception();
    }
    return value;
  }
}
