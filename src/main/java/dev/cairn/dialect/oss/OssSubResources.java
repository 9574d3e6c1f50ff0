package dev.cairn.dialect.oss;

import java.util.Set;

/** Query names that V1 signs. */
final class OssSubResources {
  /** Every parameter that begins so is signed too. */
  private static final String OWN_PREFIX = "x-oss-";

  /** Those of the vendor's page and of its SDKs together: each signs what it sends of them. */
  private static final Set<String> NAMES =
      Set.of(
          "accessPoint",
          "accessPointPolicy",
          "acl",
          "append",
          "asyncFetch",
          "bucketArchiveDirectRead",
          "bucketInfo",
          "callback",
          "callback-var",
          "cleanRestoredObject",
          "cname",
          "comp",
          "continuation-token",
          "cors",
          "delete",
          "encryption",
          "endTime",
          "httpsConfig",
          "img",
          "inventory",
          "inventoryId",
          "legalHold",
          "lifecycle",
          "live",
          "location",
          "logging",
          "metaQuery",
          "objectMeta",
          "objectWorm",
          "partNumber",
          "policy",
          "policyStatus",
          "position",
          "processConfiguration",
          "publicAccessBlock",
          "qos",
          "qosInfo",
          "redundancyTransition",
          "referer",
          "regionList",
          "replication",
          "replicationLocation",
          "replicationProgress",
          "requestPayment",
          "resourceGroup",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "retention",
          "seal",
          "security-token",
          "sequential",
          "startTime",
          "stat",
          "status",
          "style",
          "styleName",
          "symlink",
          "tagging",
          "transferAcceleration",
          "udf",
          "udfApplication",
          "udfApplicationLog",
          "udfId",
          "udfImage",
          "udfImageDesc",
          "udfName",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "vip",
          "vod",
          "vpcip",
          "website",
          "worm",
          "wormExtend",
          "wormId");

  private OssSubResources() {}

  static boolean signed(String name) {
    return NAMES.contains(name) || name.startsWith(OWN_PREFIX);
  }
}
