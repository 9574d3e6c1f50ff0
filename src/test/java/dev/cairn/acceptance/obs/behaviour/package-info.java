/** What OBS has of its own, and what one store means: written here, read there. */
package dev.cairn.acceptance.obs.behaviour;
