package dev.cairn.core.object;

/**
 * What became of a restoration.
 *
 * @param already the object could be read; only until when has changed
 */
public record RestoreObjectResult(boolean already) {}
