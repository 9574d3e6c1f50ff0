/**
 * Where bytes are kept: receives bodies (inline or as a blob, durable before it says so), opens
 * stored content for reading, and holds the ports to blobs and to the catalog's record of them.
 */
package dev.cairn.core.content;
