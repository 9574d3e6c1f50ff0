/**
 * The data port below the stages: what stands first on each connection, bodies pulled from it, and
 * answers written to it byte for byte. Imports protocol, core.body and model; the only place that
 * knows Netty.
 */
package dev.cairn.gateway.wire;
