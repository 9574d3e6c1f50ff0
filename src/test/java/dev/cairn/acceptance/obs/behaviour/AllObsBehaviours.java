package dev.cairn.acceptance.obs.behaviour;

/** Everything that is OBS's own. */
interface AllObsBehaviours
    extends InitiatePage, OwnBehaviour, SignedUrlBehaviour, TransferBehaviour, AppendBehaviour {}
