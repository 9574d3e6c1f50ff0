package dev.cairn.admin;

import dev.cairn.core.upkeep.ScrubCatalog;
import dev.cairn.core.upkeep.ScrubCatalog.Finding;
import dev.cairn.core.upkeep.ScrubCatalog.Report;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the scrub found: bytes that are not what was written. */
@Path("/-/admin/v1/scrub")
@Produces(MediaType.APPLICATION_JSON)
@RootOnly
public class ScrubResource {
  private static final int MOST_SHOWN = 1000;

  /** A blob, and where it belongs. */
  public record FindingView(String blob, String damage, String foundAt, String bucket, String key) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.blob().toString(),
          finding.damage().name(),
          finding.foundAt().toString(),
          finding.bucket(),
          finding.key());
    }
  }

  /** How the scrub stands; the first findings of all. */
  public record ReportView(
      long passes, String lastPassEnded, long damaged, List<FindingView> findings) {
    static ReportView of(Report report) {
      return new ReportView(
          report.passes(),
          report.lastEnded().map(Object::toString).orElse(null),
          report.damaged(),
          report.findings().stream().map(FindingView::of).toList());
    }
  }

  private final ScrubCatalog scrub;

  public ScrubResource(ScrubCatalog scrub) {
    this.scrub = scrub;
  }

  @GET
  public Uni<ReportView> report() {
    return scrub.report(MOST_SHOWN).map(ReportView::of);
  }
}
