package dev.cairn.core.multipart;

import dev.cairn.core.Input;

/** The uploads in progress of the call's bucket. */
public record ListMultipartUploads(UploadCatalog.UploadRange range)
    implements Input<UploadCatalog.UploadListing> {}
