/** The door: dialect selection, the fixed stages, writing answers, access log, metrics. */
package dev.cairn.gateway;
