/** The acceptance suite through AWS's SDKs at the addresses of S2, and what is S2's own. */
package dev.cairn.acceptance.s2;
