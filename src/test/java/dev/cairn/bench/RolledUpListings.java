package dev.cairn.bench;

import java.io.IOException;

/** A hundred common prefixes over a million keys, against the same over a thousand. */
final class RolledUpListings extends Case {
  private static final String FEW = "list-few";
  private static final int CALLS = 200;

  RolledUpListings(Surroundings with) {
    super(
        with,
        "list-delimiter",
        "list 100 prefixes over 1,000,000 keys",
        Unit.OPERATIONS,
        Goal.ratio(0.33, "the same call over 1000 keys"));
  }

  @Override
  void prepare() throws Exception {
    Listings.fill(with, Listings.BUCKET, Listings.keys(with));
    Listings.fill(with, FEW, 1000);
  }

  @Override
  Measurement cairn(int round) throws Exception {
    return measure(Listings.BUCKET);
  }

  @Override
  Measurement limit(int round) throws Exception {
    return measure(FEW);
  }

  private Measurement measure(String bucket) throws IOException {
    int calls = with.options().scaled(CALLS);
    byte[] request = with.cairn().head("GET", "/" + bucket + "?list-type=2&delimiter=%2F");
    try (Connection connection = with.cairn().connect()) {
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        String page = connection.text(connection.send(request));
        int prefixes = page.split("<CommonPrefixes>", -1).length - 1;
        if (prefixes != Listings.PREFIXES) {
          throw new IOException(prefixes + " prefixes: " + page);
        }
      }
      return new Measurement(calls, (System.nanoTime() - start) / 1e9);
    }
  }
}
