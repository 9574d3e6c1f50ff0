package dev.cairn.acceptance.s2.behaviour;

/** Everything that is S2's own. */
interface AllS2Behaviours
    extends InitiatePage,
        UploadPartPage,
        UploadPartCopyPage,
        OwnBehaviour,
        AppendBehaviour,
        JsonBehaviour {}
