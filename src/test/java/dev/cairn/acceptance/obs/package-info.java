/** Acceptance of the OBS dialects: the vendor's SDK, with its signatures and its negotiation. */
package dev.cairn.acceptance.obs;
