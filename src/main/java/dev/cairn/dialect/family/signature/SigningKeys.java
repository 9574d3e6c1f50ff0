package dev.cairn.dialect.family.signature;

import dev.cairn.model.AccessKey;
import dev.cairn.protocol.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signing keys of V4, derived once for each secret, day and region and remembered while they are in
 * use. Safe for any number of threads.
 */
public final class SigningKeys {
  private static final int REMEMBERED = 4096;

  private record Origin(String accessKeyId, String secret, CredentialScope scope) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return accessKeyId + "/" + scope.text();
    }
  }

  private final V4Scheme scheme;
  private final Map<Origin, byte[]> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  public SigningKeys(V4Scheme scheme) {
    this.scheme = scheme;
  }

  /** The key that an access key's owner signs with, in this scope. */
  public byte[] of(AccessKey key, CredentialScope scope) {
    Origin origin = new Origin(key.id(), key.secret(), scope);
    synchronized (remembered) {
      byte[] known = remembered.get(origin);
      if (known != null) {
        return known;
      }
    }
    byte[] derived = derive(key.secret(), scope);
    synchronized (remembered) {
      remembered.put(origin, derived);
    }
    return derived;
  }

  private byte[] derive(String secret, CredentialScope scope) {
    byte[] ofSecret = (scheme.keyPrefix() + secret).getBytes(StandardCharsets.UTF_8);
    byte[] ofDate = Hmac.sha256(ofSecret, scope.date());
    byte[] ofRegion = Hmac.sha256(ofDate, scope.region());
    byte[] ofService = Hmac.sha256(ofRegion, scope.service());
    return Hmac.sha256(ofService, scope.terminator());
  }
}
