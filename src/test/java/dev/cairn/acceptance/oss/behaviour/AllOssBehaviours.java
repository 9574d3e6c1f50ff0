package dev.cairn.acceptance.oss.behaviour;

/** Everything that OSS has of its own. */
interface AllOssBehaviours
    extends PutObjectPage,
        OssOwnBehaviour,
        BesideS3,
        AppendBehaviour,
        SymlinkBehaviour,
        UploadBehaviour {}
