package dev.cairn.acceptance;

/** The packaged application, one for all suites that do nothing to it. */
public interface Packaged extends UsesCairn {
  @Override
  default RunningCairn cairn() {
    return PackagedCairn.shared().running();
  }
}
