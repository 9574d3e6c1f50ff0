package dev.cairn.core;

/**
 * The complete, neutral input of an operation, named after it: {@code PutObject}.
 *
 * @param <R> what the operation answers: {@code PutObjectResult}
 */
public interface Input<R> {}
