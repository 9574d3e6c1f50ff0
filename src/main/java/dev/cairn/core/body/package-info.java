/**
 * What a body is, on its way in and on its way out: slabs of memory, digests, claims, regions of
 * stored bytes. Imports the model only.
 */
package dev.cairn.core.body;
