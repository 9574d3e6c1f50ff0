package dev.cairn.acceptance;

/** What a suite needs: a Cairn that runs. */
public interface UsesCairn {
  RunningCairn cairn();
}
