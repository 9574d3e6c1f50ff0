/**
 * A PostgreSQL of Cairn's own, below the data folder: binaries, cluster, server process. Imports
 * the JDK and the archive readers only, so that tests start it as the service does.
 */
package dev.cairn.boot.postgres;
