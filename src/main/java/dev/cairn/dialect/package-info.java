/**
 * What a dialect is: six parts and a vocabulary, as values. Each sub-package is one dialect; {@code
 * family} holds what several share. Imports protocol, core and model.
 */
package dev.cairn.dialect;
