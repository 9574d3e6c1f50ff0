/** Operations on objects. */
package dev.cairn.core.object;
