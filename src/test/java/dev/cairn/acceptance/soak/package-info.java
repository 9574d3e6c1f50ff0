/**
 * A service that works for long, for clients of all dialects, some of which are slow and some of
 * which vanish: in the end it holds nothing that it did not hold in the beginning.
 */
package dev.cairn.acceptance.soak;
