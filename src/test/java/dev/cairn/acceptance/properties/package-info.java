/**
 * What is kept of an object besides its bytes, written in one vendor's words and read in others'.
 */
package dev.cairn.acceptance.properties;
