/** What clients of all dialects see when the database is in trouble, and that nothing is left. */
package dev.cairn.acceptance.faults;
