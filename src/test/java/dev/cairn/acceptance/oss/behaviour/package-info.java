/** What is OSS's own: its page of PutObject on the wire, its SDK's checks, and S3 beside it. */
package dev.cairn.acceptance.oss.behaviour;
