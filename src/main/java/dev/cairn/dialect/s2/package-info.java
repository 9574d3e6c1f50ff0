/** BaishanCloud S2. Imports family, protocol, core and model; no other dialect. */
package dev.cairn.dialect.s2;
