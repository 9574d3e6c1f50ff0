package dev.cairn.acceptance.onestore;

import dev.cairn.acceptance.wire.SignerV2.Words;
import java.util.Arrays;
import java.util.stream.Stream;

/** A dialect as it is spoken by hand: path style, and the signature that all of them have. */
public enum Form {
  S3("S3", "127.0.0.1"),
  S2("S2", "s2.localhost"),
  OBS_S3("OBS in S3's words", "obs.localhost"),
  OBS("OBS", "obs.localhost"),
  OSS("OSS", "oss.localhost");

  private final String text;
  final String host;

  Form(String text, String host) {
    this.text = text;
    this.host = host;
  }

  public Words words() {
    return switch (this) {
      case S3, S2, OBS_S3 -> Words.AWS;
      case OBS -> Words.OBS;
      case OSS -> Words.OSS;
    };
  }

  /** The full name of one of its headers. */
  public String header(String suffix) {
    return words().prefix() + suffix;
  }

  /** What other vendors say for it. */
  public Stream<Words> otherWords() {
    return Stream.of(Words.AWS, Words.OBS, Words.OSS).filter(w -> !w.equals(words()));
  }

  public static Stream<Form> all() {
    return Arrays.stream(values());
  }

  /** As it stands in the names of tests. */
  @Override
  public String toString() {
    return text;
  }
}
