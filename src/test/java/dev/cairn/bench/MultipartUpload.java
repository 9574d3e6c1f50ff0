package dev.cairn.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload in parts, in progress. */
record MultipartUpload(MeasuredCairn cairn, String target, String id) {
  private static final Pattern ID = Pattern.compile("<UploadId>(.*)</UploadId>");

  static MultipartUpload initiate(MeasuredCairn cairn, String target) throws IOException {
    String answer = cairn.call("POST", target + "?uploads=", new byte[0]);
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IOException(answer);
    }
    return new MultipartUpload(cairn, target, id.group(1));
  }

  String partTarget(int number) {
    return target + "?partNumber=" + number + "&uploadId=" + id;
  }

  /** Of all parts, from the first on. */
  void complete(String[] eTags) throws IOException {
    complete(document(eTags));
  }

  void complete(byte[] document) throws IOException {
    String answer = cairn.call("POST", target + "?uploadId=" + id, document);
    if (!answer.contains("<CompleteMultipartUploadResult")) {
      throw new IOException(answer);
    }
  }

  static byte[] document(String[] eTags) {
    StringBuilder document = new StringBuilder("<CompleteMultipartUpload>");
    for (int i = 0; i < eTags.length; i++) {
      document.append(
          "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>".formatted(i + 1, eTags[i]));
    }
    return document
        .append("</CompleteMultipartUpload>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
