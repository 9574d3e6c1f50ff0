package dev.cairn.protocol;

/** What a request is addressed to. */
public enum Scope {
  SERVICE,
  BUCKET,
  OBJECT
}
