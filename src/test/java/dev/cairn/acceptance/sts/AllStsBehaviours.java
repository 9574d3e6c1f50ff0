package dev.cairn.acceptance.sts;

/** Everything about temporary credentials. */
interface AllStsBehaviours
    extends TokenServiceBehaviour,
        EverySdkBehaviour,
        NarrowingBehaviour,
        BadTokenBehaviour,
        BadRequestBehaviour {}
