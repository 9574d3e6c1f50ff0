/**
 * The door: dialect selection, the fixed stages, access log, metrics; {@code wire} is what lies
 * below them. Imports dialect and what is below it.
 */
package dev.cairn.gateway;
