/** Uploads in parts: from initiation to the assembled object. */
package dev.cairn.core.multipart;
