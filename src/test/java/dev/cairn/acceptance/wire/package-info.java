/**
 * HTTP byte by byte, and signatures made by hand: for what no SDK would send. Knows nothing of the
 * service's own code, so that both cannot be wrong in the same way.
 */
package dev.cairn.acceptance.wire;
