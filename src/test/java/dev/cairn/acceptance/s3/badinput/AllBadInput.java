package dev.cairn.acceptance.s3.badinput;

/** Everything that must be refused. */
interface AllBadInput
    extends BadSignatures,
        BadPresignedUrls,
        BadBodies,
        BadFraming,
        BadRequests,
        BadNames,
        BadUploads,
        BadDocuments,
        BadReads,
        BadStrangers {}
