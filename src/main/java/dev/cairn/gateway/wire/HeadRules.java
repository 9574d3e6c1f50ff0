package dev.cairn.gateway.wire;

import dev.cairn.model.Failure;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Which request heads are accepted, and what the framework is shown of them. */
record HeadRules(int headerLimit) {
  /** Below it live the service's own pages, which the framework dispatches. */
  static final String OWN_PAGES = "/-/";

  private static final String ANY_TARGET = "/";

  /** Why the head cannot be accepted. */
  Optional<Failure> refusalOf(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return Optional.of(
          request.decoderResult().cause() instanceof TooLongFrameException
              ? new Failure.HeadersTooLarge(headerLimit)
              : new Failure.InvalidRequest("The request head cannot be read."));
    }
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of(new Failure.InvalidRequest("Only HTTP/1.1 and HTTP/1.0 are spoken here."));
    }
    List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.size() != 1 || HostAndPort.parseAuthority(hosts.getFirst(), -1) == null) {
      return Optional.of(new Failure.InvalidRequest("One valid Host header is required."));
    }
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (!codings.isEmpty() && version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of(new Failure.InvalidRequest("HTTP/1.0 has no Transfer-Encoding."));
    }
    boolean onlyChunked =
        codings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip());
    return codings.isEmpty() || onlyChunked
        ? Optional.empty()
        : Optional.of(new Failure.NotImplemented("this Transfer-Encoding"));
  }

  /** The target that the framework sees: it would refuse, or change, what is legal in a key. */
  String routable(String target) {
    if (target.startsWith(OWN_PAGES)) {
      try {
        return new URI(target).toString();
      } catch (URISyntaxException e) {
        return ANY_TARGET;
      }
    }
    return ANY_TARGET;
  }

  /** A request that the framework accepts, with the headers that tell the dialect. */
  HttpRequest standIn(HttpRequest refused) {
    var headers = HeadersMultiMap.httpHeaders();
    headers.add(refused.headers());
    headers.set(HttpHeaderNames.HOST, "localhost");
    headers.remove(HttpHeaderNames.CONTENT_LENGTH);
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    headers.remove(HttpHeaderNames.EXPECT);
    headers.remove(HttpHeaderNames.CONNECTION);
    headers.remove(HttpHeaderNames.UPGRADE);
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, refused.method(), ANY_TARGET, headers);
  }
}
