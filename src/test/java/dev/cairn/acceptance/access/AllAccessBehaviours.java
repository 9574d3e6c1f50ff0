package dev.cairn.acceptance.access;

/** Who may do what, in every dialect. */
interface AllAccessBehaviours
    extends S3Behaviour, S2Behaviour, ObsBehaviour, OssBehaviour, OneListBehaviour {}
