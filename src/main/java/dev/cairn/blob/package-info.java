/** Bytes on disk behind the blob port. Imports core and model. */
package dev.cairn.blob;
