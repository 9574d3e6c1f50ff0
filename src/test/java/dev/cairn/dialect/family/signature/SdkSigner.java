package dev.cairn.dialect.family.signature;

import com.amazonaws.DefaultRequest;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.http.HttpMethodName;
import com.amazonaws.services.s3.internal.S3QueryStringSigner;
import com.amazonaws.services.s3.internal.S3Signer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Requests signed by AWS's own code: V4 by version 2 of the SDK, V2 by version 1. */
public record SdkSigner(
    String method, String key, Map<String, String> query, Map<String, String> headers) {
  public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  public static final String HOST = "s3.localhost:9000";

  private static final AwsCredentialsIdentity IDENTITY =
      AwsCredentialsIdentity.create(OneAccount.ACCESS_KEY_ID, OneAccount.SECRET);
  private static final BasicAWSCredentials CREDENTIALS =
      new BasicAWSCredentials(OneAccount.ACCESS_KEY_ID, OneAccount.SECRET);

  public Wire v4Header() {
    return wire(sign(AwsV4HttpSigner.AuthLocation.HEADER));
  }

  public Wire v4Query() {
    return wire(sign(AwsV4HttpSigner.AuthLocation.QUERY_STRING));
  }

  private SdkHttpRequest sign(AwsV4HttpSigner.AuthLocation location) {
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            // Over plain HTTP this signer would sign the payload of a URL too.
            .protocol(location == AwsV4HttpSigner.AuthLocation.HEADER ? "http" : "https")
            .host("s3.localhost")
            .port(9000)
            .encodedPath("/bucket/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
    query.forEach(request::putRawQueryParameter);
    headers.forEach(request::putHeader);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r -> {
                  r.identity(IDENTITY)
                      .request(request.build())
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                      .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                      .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                      .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location)
                      .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
                  if (location == AwsV4HttpSigner.AuthLocation.QUERY_STRING) {
                    r.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1))
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false);
                  }
                });
    return signed.request();
  }

  private static Wire wire(SdkHttpRequest signed) {
    String query = signed.encodedQueryParameters().map(q -> "?" + q).orElse("");
    Wire wire = Wire.request(signed.method().name(), HOST, signed.encodedPath() + query);
    for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
      for (String value : header.getValue()) {
        if (!header.getKey().equalsIgnoreCase("host")) {
          wire = wire.with(header.getKey(), value);
        }
      }
    }
    return wire;
  }

  /** Signed now: this signer knows no other time. */
  public Wire v2Header() {
    DefaultRequest<Void> request = v1Request();
    new S3Signer(method, "/bucket/" + key).sign(request, CREDENTIALS);
    return wire(request);
  }

  public Wire v2Query(Instant expires) {
    DefaultRequest<Void> request = v1Request();
    new S3QueryStringSigner(method, v1Path(), Date.from(expires)).sign(request, CREDENTIALS);
    return wire(request);
  }

  /** This version of the SDK encodes the second of two slashes. */
  private String v1Path() {
    return ("/bucket/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key)).replace("//", "/%2F");
  }

  private DefaultRequest<Void> v1Request() {
    DefaultRequest<Void> request = new DefaultRequest<>("s3");
    request.setHttpMethod(HttpMethodName.fromValue(method));
    request.setEndpoint(URI.create("http://" + HOST));
    query.forEach(request::addParameter);
    headers.forEach(request::addHeader);
    return request;
  }

  private Wire wire(DefaultRequest<Void> signed) {
    StringBuilder target = new StringBuilder(v1Path());
    char separator = '?';
    for (Map.Entry<String, List<String>> parameter : signed.getParameters().entrySet()) {
      for (String value : parameter.getValue()) {
        target.append(separator).append(SdkHttpUtils.urlEncode(parameter.getKey()));
        target.append(value == null ? "" : "=" + SdkHttpUtils.urlEncode(value));
        separator = '&';
      }
    }
    Wire wire = Wire.request(method, HOST, target.toString());
    for (Map.Entry<String, String> header : signed.getHeaders().entrySet()) {
      wire = wire.with(header.getKey(), header.getValue());
    }
    return wire;
  }
}
