package dev.cairn.dialect;

/**
 * Limits of a dialect; they hold for writes.
 *
 * @param keyBytes of UTF-8
 * @param metadataBytes names and values of user metadata together
 * @param entityBytes of one PutObject or UploadPart
 * @param minimumPartBytes of every part but the last
 */
public record Limits(
    int keyBytes,
    int metadataBytes,
    long entityBytes,
    int partNumbers,
    long minimumPartBytes,
    int listDefault,
    int listMaximum) {}
