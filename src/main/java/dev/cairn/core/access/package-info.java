/** Who may do what: accounts, access keys, and the gate before every operation. */
package dev.cairn.core.access;
