package dev.cairn.model;

/** How often an object is expected to be read. Each dialect has its own words. */
public enum StorageClass {
  STANDARD(Temperature.HOT),
  REDUCED_REDUNDANCY(Temperature.HOT),
  INTELLIGENT_TIERING(Temperature.HOT),
  INFREQUENT_ACCESS(Temperature.COOL),
  ONE_ZONE_INFREQUENT_ACCESS(Temperature.COOL),
  INSTANT_ARCHIVE(Temperature.COOL),
  ARCHIVE(Temperature.COLD),
  DEEP_ARCHIVE(Temperature.DEEP),
  DEEP_COLD_ARCHIVE(Temperature.DEEP);

  /** The idea that all dialects share; a reader without a word for the class shows this one's. */
  public enum Temperature {
    HOT,
    COOL,
    COLD,
    DEEP
  }

  private final Temperature temperature;

  StorageClass(Temperature temperature) {
    this.temperature = temperature;
  }

  public Temperature temperature() {
    return temperature;
  }

  /** Whether an object of this class has to be restored before it can be read. */
  public boolean archived() {
    return temperature == Temperature.COLD || temperature == Temperature.DEEP;
  }
}
