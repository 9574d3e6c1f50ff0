/** Made-up requests to a Cairn that runs. */
package dev.cairn.acceptance.fuzz;
