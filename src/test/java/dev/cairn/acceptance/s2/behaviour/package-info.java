/** What is S2's own: its pages as printed, its headers, limits and errors, and S3 beside it. */
package dev.cairn.acceptance.s2.behaviour;
