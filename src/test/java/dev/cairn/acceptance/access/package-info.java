/**
 * Access control lists, seen by their owners, by other accounts and by nobody in particular: in
 * every dialect, and from one dialect to the other.
 */
package dev.cairn.acceptance.access;
