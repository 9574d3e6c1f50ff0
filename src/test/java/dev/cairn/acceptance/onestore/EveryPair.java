package dev.cairn.acceptance.onestore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test of two vendors, run for each with each. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}, then {1}")
@ArgumentsSource(EveryPair.Pairs.class)
@interface EveryPair {
  /** Each with each, with itself too. */
  final class Pairs implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters,
        org.junit.jupiter.api.extension.ExtensionContext context) {
      return Arrays.stream(Vendor.values())
          .flatMap(a -> Arrays.stream(Vendor.values()).map(b -> Arguments.of(a, b)));
    }
  }
}
