/**
 * What the service does, in words of storage: operations, and the ports that they need. Imports the
 * model; Mutiny and the Vert.x buffer are its only technical types.
 */
package dev.cairn.core;
