package dev.cairn.core.content;

import java.util.concurrent.Executor;

/**
 * Where a caller goes on: results that were made on other threads come back to it there. A database
 * session, for one, belongs to the context that opened it.
 */
@FunctionalInterface
public interface CallerContext {
  /** Whoever calls when the result is at hand goes on in whatever thread brought it. */
  CallerContext NONE = () -> Runnable::run;

  /** The context of the code that is running now. */
  Executor capture();
}
