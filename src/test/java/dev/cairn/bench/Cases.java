package dev.cairn.bench;

import java.io.IOException;
import java.util.List;

/** The table, line by line. */
final class Cases {
  private static final String ONE_CORE = "MD5 over memory, one core";
  private static final String ALL_CORES = "MD5 over memory, all cores";
  private static final String NGINX = "nginx";

  private Cases() {}

  static List<Case> all(Surroundings with) throws IOException {
    Options options = with.options();
    Wrk wrk = new Wrk(with.cairn().port(), with.files().resolve("wrk"));
    int large = options.scaled(1024);
    return List.of(
        new LargePuts(with, "put-1g", "PUT 1 GiB", Goal.ratio(0.75, ONE_CORE), 1, 1, large),
        new LargePuts(
            with,
            "put-64m",
            "PUT 64 MiB × 4",
            Goal.ratio(0.40, ALL_CORES).andCpuSeconds(2.5),
            4,
            options.scaled(4),
            64),
        // Warmed up by the case above: to be chosen together with it.
        new LargePuts(
            with, "put-64m-8", "PUT 64 MiB × 8", Goal.none(ALL_CORES), 8, options.scaled(2), 64),
        new LargePuts(
            with, "put-64m-32", "PUT 64 MiB × 32", Goal.none(ALL_CORES), 32, options.scaled(1), 64),
        new SdkPuts(with),
        new MultipartPuts(with),
        new ManyParts(with),
        new LargeGets(with, "get-1g", "GET 1 GiB", Goal.ratio(0.85, NGINX), 1, large),
        new LargeGets(with, "get-64m", "GET 64 MiB × 4", Goal.ratio(0.85, NGINX), 4, 64),
        new RangedGets(with),
        SmallReads.gets(with, wrk),
        SmallReads.heads(with, wrk),
        new SmallPuts(with, wrk),
        new Deletes(with, wrk),
        new Listings(with),
        new RolledUpListings(with),
        new SmallHeap(with));
  }
}
