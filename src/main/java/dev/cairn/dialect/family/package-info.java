/** Parts that several dialects share: signatures, codecs, rows. */
package dev.cairn.dialect.family;
