package dev.cairn.acceptance.obs.behaviour;

import com.obs.services.ObsClient;
import com.obs.services.model.AuthTypeEnum;
import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.obs.ObsClients;
import dev.cairn.acceptance.wire.UsesWire;
import dev.cairn.acceptance.wire.WireAnswer;
import dev.cairn.acceptance.wire.WireRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The vendor's SDK in each of its forms, and requests by hand. */
interface UsesObs extends UsesWire {
  /** The native form. */
  default ObsClient obs() {
    return obs(AuthTypeEnum.OBS);
  }

  default ObsClient obs(AuthTypeEnum signature) {
    return Clients.of(cairn(), signature);
  }

  default String freshObsBucket() {
    String bucket = "obs-" + UUID.randomUUID();
    obs().createBucket(bucket);
    return bucket;
  }

  /** A request to a bucket, by its Host. */
  default WireRequest on(String bucket, String method, String target) {
    return WireRequest.of(method, target)
        .with("Host", bucket + "." + ObsClients.DOMAIN + ":" + cairn().port());
  }

  default WireAnswer askS3(String bucket, WireRequest request) {
    return send(signedS3(bucket, request));
  }

  default WireRequest signedS3(String bucket, WireRequest request) {
    return signer("AWS", "x-amz-").sign(bucket, request);
  }

  default WireAnswer askNative(String bucket, WireRequest request) {
    return send(signer("OBS", "x-obs-").sign(bucket, request));
  }

  private ObsSigner signer(String word, String prefix) {
    return new ObsSigner(word, prefix, cairn().accessKeyId(), cairn().secretAccessKey());
  }

  /** One client for each Cairn and signature. */
  final class Clients {
    private static final Map<String, ObsClient> KNOWN = new ConcurrentHashMap<>();

    private Clients() {}

    static ObsClient of(RunningCairn cairn, AuthTypeEnum signature) {
      return KNOWN.computeIfAbsent(
          cairn.port() + "/" + signature, key -> ObsClients.hostStyle(cairn, signature));
    }
  }
}
