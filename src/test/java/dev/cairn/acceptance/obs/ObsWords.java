package dev.cairn.acceptance.obs;

import com.obs.services.exception.ObsException;
import com.obs.services.model.ObjectMetadata;
import dev.cairn.acceptance.StoreClient.Attributes;
import dev.cairn.acceptance.StoreClient.Described;
import dev.cairn.acceptance.StoreException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Between the words of the vendor's SDK and the suite's. */
final class ObsWords {
  private ObsWords() {}

  static ObjectMetadata metadata(Attributes a) {
    ObjectMetadata metadata = new ObjectMetadata();
    a.contentType().ifPresent(metadata::setContentType);
    a.cacheControl().ifPresent(metadata::setCacheControl);
    a.contentDisposition().ifPresent(metadata::setContentDisposition);
    a.contentEncoding().ifPresent(metadata::setContentEncoding);
    a.metadata().forEach(metadata::addUserMetadata);
    return metadata;
  }

  static Described described(ObjectMetadata m) {
    return new Described(
        m.getContentLength(),
        bare(m.getEtag()),
        new Attributes(
            Optional.ofNullable(m.getContentType()),
            Optional.ofNullable(m.getCacheControl()),
            Optional.ofNullable(m.getContentDisposition()),
            Optional.ofNullable(m.getContentEncoding()),
            userMetadata(m)));
  }

  /** The SDK mixes it with the other headers: what is the user's is seen in the originals. */
  private static Map<String, String> userMetadata(ObjectMetadata m) {
    Map<String, String> user = new HashMap<>();
    for (String header : m.getOriginalHeaders().keySet()) {
      String name = header.toLowerCase(Locale.ROOT);
      for (String prefix : new String[] {"x-obs-meta-", "x-amz-meta-"}) {
        if (name.startsWith(prefix)) {
          String bare = name.substring(prefix.length());
          user.put(bare, m.getUserMetadata(bare).toString());
        }
      }
    }
    return user;
  }

  static String bare(String eTag) {
    return eTag.replace("\"", "");
  }

  static StoreException failure(ObsException e) {
    return new StoreException(e.getResponseCode(), e.getErrorCode(), e.getErrorRequestId(), e);
  }
}
