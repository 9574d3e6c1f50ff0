/**
 * Assembly: producers, start-up order, the private PostgreSQL, readiness. May import everything.
 */
package dev.cairn.boot;
