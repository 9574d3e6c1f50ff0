/** What OBS has of its own. */
package dev.cairn.acceptance.obs.behaviour;
