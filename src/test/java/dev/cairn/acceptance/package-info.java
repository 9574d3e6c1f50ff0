/**
 * Acceptance: what a client sees of a running Cairn. Behaviours are interfaces, written once; a
 * suite gives them a client, and runs in the JVM of the tests and on the packaged application.
 */
package dev.cairn.acceptance;
