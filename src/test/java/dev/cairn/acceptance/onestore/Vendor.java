package dev.cairn.acceptance.onestore;

import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.StoreClient;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.obs.ObsStoreClient;
import dev.cairn.acceptance.oss.OssClients;
import dev.cairn.acceptance.oss.OssStoreClient;
import dev.cairn.acceptance.s2.S2Clients;
import dev.cairn.acceptance.s2.S2StoreClient;
import dev.cairn.acceptance.s3.AwsClients;
import dev.cairn.acceptance.s3.AwsSyncStoreClient;

/** A way to speak to the store: a vendor's SDK with its defaults, the bucket in the Host. */
public enum Vendor {
  S3("S3", 5 << 20, false),
  S2("S2", 1, false),
  OBS_S3("OBS in S3's words", 5 << 20, false),
  OBS("OBS", 100 << 10, false),
  OSS("OSS", 100 << 10, true);

  private final String text;

  /** Bytes of every part but the last, of an upload that is completed so. */
  public final int smallestPart;

  /** Whether ETags are read in upper case, and made of parts' ETags as text. */
  final boolean upperCase;

  Vendor(String text, int smallestPart, boolean upperCase) {
    this.text = text;
    this.smallestPart = smallestPart;
    this.upperCase = upperCase;
  }

  public StoreClient client(RunningCairn cairn) {
    return switch (this) {
      case S3 -> new AwsSyncStoreClient(AwsClients.hostStyle(cairn));
      case S2 -> new S2StoreClient(S2Clients.hostStyle(cairn));
      // Not V4: there the SDK signs a length in characters, wrong for keys beyond ASCII.
      case OBS_S3 -> obs(cairn, AuthTypeEnum.V2);
      case OBS -> obs(cairn, AuthTypeEnum.OBS);
      case OSS -> new OssStoreClient(OssClients.hostStyle(cairn));
    };
  }

  private static StoreClient obs(RunningCairn cairn, AuthTypeEnum signature) {
    return new ObsStoreClient(ObsClients.hostStyle(cairn, signature));
  }

  /** As it stands in the names of tests. */
  @Override
  public String toString() {
    return text;
  }
}
