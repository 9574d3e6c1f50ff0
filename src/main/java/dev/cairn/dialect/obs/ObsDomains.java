package dev.cairn.dialect.obs;

import java.util.List;

/** The domains under which OBS is reached when nothing else is configured. */
public final class ObsDomains {
  /** Those of Huawei Cloud and of the Open Telekom Cloud, and our own. */
  public static final List<String> DEFAULTS =
      List.of(
          ObsVocabulary.DOMAIN,
          "obs.myhuaweicloud.com",
          "obs.*.myhuaweicloud.com",
          "obs.otc.t-systems.com",
          "obs.*.otc.t-systems.com");

  private ObsDomains() {}
}
