package dev.cairn.dialect.obs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The query names that OBS's signatures cover. The vendor's pages and its SDK name different ones,
 * so that a signature over either holds.
 */
final class ObsSubResources {
  /** Of the pages about the form that is compatible with S3, and what other pages there need. */
  private static final Set<String> S3_PAGES =
      Set.of(
          "acl",
          "cors",
          "customdomain",
          "delete",
          "deletebucket",
          "encryption",
          "inventory",
          "lifecycle",
          "location",
          "logging",
          "notification",
          "object-lock",
          "partNumber",
          "policy",
          "quota",
          "replication",
          "requestPayment",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "retention",
          "storagePolicy",
          "storageinfo",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website");

  /** Of the pages about the native form. */
  private static final Set<String> NATIVE_PAGES =
      Set.of(
          "CDNNotifyConfiguration",
          "acl",
          "attname",
          "cors",
          "customdomain",
          "delete",
          "deletebucket",
          "encryption",
          "inventory",
          "length",
          "lifecycle",
          "location",
          "logging",
          "metadata",
          "mirrorBackToSource",
          "modify",
          "name",
          "notification",
          "object-lock",
          "obscompresspolicy",
          "partNumber",
          "policy",
          "position",
          "quota",
          "rename",
          "replication",
          "requestPayment",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "retention",
          "storageClass",
          "storagePolicy",
          "storageinfo",
          "tagging",
          "torrent",
          "truncate",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website",
          "x-obs-security-token");

  /** What only the SDK knows; it signs these in both forms. */
  private static final Set<String> SDK =
      Set.of(
          "append",
          "backtosource",
          "directcoldaccess",
          "dispolicy",
          "fileinterface",
          "getcontentsummary",
          "ignore-sign-in-query",
          "listcontentsummary",
          "mirrorrefresh",
          "multilistcontentsummary",
          "obsalias",
          "obsbucketalias",
          "readahead",
          "replication_progress",
          "select",
          "select-type",
          "symlink",
          "x-image-process",
          "x-image-save-bucket",
          "x-image-save-object",
          "x-oss-process");

  private ObsSubResources() {}

  /** Everything first, then what the pages name alone. */
  static List<Set<String>> of(ObsForm form) {
    Set<String> all = new HashSet<>(NATIVE_PAGES);
    all.addAll(S3_PAGES);
    all.addAll(SDK);
    return List.of(all, form == ObsForm.S3 ? S3_PAGES : NATIVE_PAGES);
  }
}
