package dev.cairn.core.multipart;

import dev.cairn.core.multipart.CompleteMultipartUpload.ListedPart;
import dev.cairn.model.Checksum;
import dev.cairn.model.ETag;
import dev.cairn.model.Failure;
import dev.cairn.model.Part;
import dev.cairn.model.Upload;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what the parts of an upload become: checks the client's list against what was received.
 */
final class Assembler {
  private final Upload upload;
  private final Map<Integer, Part> received = new HashMap<>();

  Assembler(Upload upload, List<Part> parts) {
    this.upload = upload;
    parts.forEach(part -> received.put(part.number(), part));
  }

  Assembly assemble(CompleteMultipartUpload input) {
    checkOrder(input);
    List<Part> chosen = choose(input);
    checkSizes(chosen, input.minimumPartSize());
    long size = chosen.stream().mapToLong(Part::size).sum();
    if (input.expectedSize().isPresent() && input.expectedSize().getAsLong() != size) {
      throw new Failure.InvalidRequest(
              "The provided 'x-amz-mp-object-size' header value "
                  + input.expectedSize().getAsLong()
                  + " does not match what was computed: "
                  + size)
          .exception();
    }
    List<Checksum> checksums = new ObjectChecksum(upload, chosen).check(input);
    ETag eTag = input.partsETag().of(chosen);
    return new Assembly(chosen.stream().map(Part::number).toList(), size, eTag, checksums);
  }

  private void checkOrder(CompleteMultipartUpload input) {
    int previous = 0;
    for (ListedPart part : input.parts()) {
      if (part.number() <= previous) {
        throw new Failure.InvalidPartOrder(upload.id().toString()).exception();
      }
      previous = part.number();
    }
  }

  private List<Part> choose(CompleteMultipartUpload input) {
    if (input.parts().equals(CompleteMultipartUpload.ALL)) {
      return all();
    }
    List<Part> chosen = new ArrayList<>(input.parts().size());
    for (ListedPart listed : input.parts()) {
      Part part = received.get(listed.number());
      if (part == null || !part.eTag().equals(listed.eTag()) || !checksumsHold(part, listed)) {
        throw new Failure.InvalidPart(
                upload.id().toString(), listed.number(), listed.eTag().value())
            .exception();
      }
      chosen.add(part);
    }
    return chosen;
  }

  private List<Part> all() {
    if (received.isEmpty()) {
      throw new Failure.InvalidRequest("No part was uploaded.").exception();
    }
    return received.values().stream().sorted(Comparator.comparingInt(Part::number)).toList();
  }

  private static boolean checksumsHold(Part part, ListedPart listed) {
    return part.checksums().stream()
        .allMatch(
            checksum -> {
              byte[] claimed = listed.checksums().get(checksum.algorithm());
              return claimed == null || MessageDigest.isEqual(claimed, checksum.value());
            });
  }

  private static void checkSizes(List<Part> chosen, long minimum) {
    for (Part part : chosen.subList(0, chosen.size() - 1)) {
      if (part.size() < minimum) {
        throw new Failure.PartTooSmall(part.number(), part.size(), minimum, part.eTag().value())
            .exception();
      }
    }
  }
}
