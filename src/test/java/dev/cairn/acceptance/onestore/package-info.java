/** One store under five vocabularies: what one vendor's SDK writes, every other one reads. */
package dev.cairn.acceptance.onestore;
