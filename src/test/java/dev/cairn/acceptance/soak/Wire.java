package dev.cairn.acceptance.soak;

import dev.cairn.acceptance.RunningCairn;
import dev.cairn.acceptance.wire.SignerV4;
import dev.cairn.acceptance.wire.WireConnection;
import dev.cairn.acceptance.wire.WireRequest;
import java.io.IOException;

/** Signed requests over bare connections, for clients that behave as no SDK does. */
record Wire(RunningCairn cairn) {
  WireConnection connect() throws IOException {
    return new WireConnection(cairn.port());
  }

  /** A request that announces a body of so many bytes. */
  WireRequest signed(String method, String target, int length) {
    WireRequest request =
        WireRequest.of(method, target)
            .with("Host", "127.0.0.1:" + cairn.port())
            .with("x-amz-content-sha256", SignerV4.UNSIGNED)
            .with("Content-Length", Integer.toString(length));
    return new SignerV4(cairn.accessKeyId(), cairn.secretAccessKey()).sign(request);
  }
}
