package dev.cairn.dialect.family.codec;

import dev.cairn.core.multipart.CompleteMultipartUpload.ListedPart;
import dev.cairn.dialect.ChecksumWords;
import dev.cairn.dialect.ChecksumWords.Word;
import dev.cairn.model.DigestAlgorithm;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.protocol.XmlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the list of parts that a client wants its object to be made of. */
final class PartListReader {
  /** Of any dialect: a list may name parts that came through another one. */
  private static final int MAXIMUM = 10_000;

  private static final String CHECKSUM = "Checksum";

  private final ChecksumWords checksums;

  PartListReader(ChecksumWords checksums) {
    this.checksums = checksums;
  }

  List<ListedPart> read(byte[] document) {
    return XmlReader.parse(document, "CompleteMultipartUpload", this::parts);
  }

  private List<ListedPart> parts(XmlReader xml) {
    List<ListedPart> parts = new ArrayList<>();
    while (xml.next()) {
      if (!xml.name().equals("Part")) {
        throw xml.malformed("CompleteMultipartUpload has no " + xml.name());
      }
      if (parts.size() == MAXIMUM) {
        throw xml.malformed("more than " + MAXIMUM + " parts");
      }
      parts.add(part(xml));
    }
    if (parts.isEmpty()) {
      throw xml.malformed("no part");
    }
    return parts;
  }

  private ListedPart part(XmlReader xml) {
    OptionalInt number = OptionalInt.empty();
    String eTag = "";
    Map<DigestAlgorithm, byte[]> claimed = new EnumMap<>(DigestAlgorithm.class);
    Set<String> seen = new HashSet<>();
    while (xml.next()) {
      String name = xml.name();
      if (!seen.add(name)) {
        throw xml.malformed("a part with two of " + name);
      }
      switch (name) {
        case "PartNumber" -> number = OptionalInt.of(number(xml));
        case "ETag" -> eTag = xml.text().strip();
        default -> {
          if (!name.startsWith(CHECKSUM)) {
            throw xml.malformed("Part has no " + name);
          }
          checksum(xml, name, claimed);
        }
      }
    }
    if (number.isEmpty() || eTag.isEmpty()) {
      throw xml.malformed("a part without its number or ETag");
    }
    return new ListedPart(number.getAsInt(), ETag.parse(eTag), claimed);
  }

  private static int number(XmlReader xml) {
    int number = xml.integer();
    if (number < 1 || number > MAXIMUM) {
      throw new Failure.InvalidArgument(
              "PartNumber",
              Integer.toString(number),
              "Part number must be an integer between 1 and " + MAXIMUM + ", inclusive")
          .exception();
    }
    return number;
  }

  private void checksum(XmlReader xml, String element, Map<DigestAlgorithm, byte[]> claimed) {
    String word = element.substring(CHECKSUM.length());
    if (checksums.unbuilt().contains(word)) {
      throw new Failure.NotImplemented(element).exception();
    }
    Word known = checksums.parse(word).orElseThrow(() -> xml.malformed("Part has no " + element));
    byte[] value =
        BodyDigests.base64(xml.text().strip(), known.algorithm().bytes())
            .orElseThrow(
                () ->
                    new Failure.InvalidRequest("Value for " + element + " is invalid.")
                        .exception());
    claimed.put(known.algorithm(), value);
  }
}
