package dev.cairn.acceptance.properties;

/** Tags, redirects, classes. */
interface AllProperties
    extends TaggingBehaviour, RedirectBehaviour, StorageClassBehaviour, RestoreBehaviour {}
