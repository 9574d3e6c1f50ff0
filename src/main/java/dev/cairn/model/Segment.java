package dev.cairn.model;

/** A piece of an object: the bytes from {@code position} of the object on, as they are stored. */
public record Segment(long position, StoredContent content) {}
