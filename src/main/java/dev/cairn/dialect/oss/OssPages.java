package dev.cairn.dialect.oss;

import dev.cairn.dialect.Limits;
import dev.cairn.dialect.RequestHead;
import dev.cairn.dialect.family.codec.Parameters;
import dev.cairn.model.Failure;

/** How many entries a page has: OSS refuses numbers that it does not serve. */
record OssPages(Limits limits) {
  int size(RequestHead head, String parameter) {
    int asked = new Parameters(head.query()).number(parameter, limits.listDefault());
    if (asked < 1 || asked > limits.listMaximum()) {
      throw new Failure.InvalidArgument(
              parameter,
              Integer.toString(asked),
              "%s must be an integer between 1 and %d.".formatted(parameter, limits.listMaximum()))
          .exception();
    }
    return asked;
  }
}
