/** Background work: leases are renewed, lapsed ones swept, garbage reaped. */
package dev.cairn.core.upkeep;
