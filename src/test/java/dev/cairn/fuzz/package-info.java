/**
 * Made-up input, by the thousand: valid requests that are changed a little, at random, and what a
 * reader must do with them, whatever they are. Bounded; {@code -Dfuzz.tries=1000000} goes on for
 * longer, and {@code -Dfuzz.seed=…} repeats what failed.
 */
package dev.cairn.fuzz;
