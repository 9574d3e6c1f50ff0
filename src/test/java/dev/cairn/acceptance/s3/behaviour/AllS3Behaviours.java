package dev.cairn.acceptance.s3.behaviour;

/** Everything that is S3's own. */
interface AllS3Behaviours
    extends BucketBehaviourOfS3,
        ReadingBehaviour,
        ConditionBehaviour,
        ListingBehaviour,
        UploadListingBehaviour,
        CopyBehaviour,
        PresignedBehaviour,
        AwsV1PresignedBehaviour,
        ChecksumBehaviour,
        MultipartChecksumBehaviour,
        AbortBehaviour,
        LargeCompletionBehaviour {}
