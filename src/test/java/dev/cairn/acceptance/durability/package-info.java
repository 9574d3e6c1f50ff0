/**
 * Losing nothing: the packaged application is killed, raced against itself, and robbed of what it
 * did not sync, and whatever it acknowledged must be there afterwards, and nothing else.
 */
package dev.cairn.acceptance.durability;
