/**
 * What no client should send: each is refused with the status, code and document of S3, and leaves
 * nothing in the store.
 */
package dev.cairn.acceptance.s3.badinput;
