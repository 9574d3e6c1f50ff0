/** AWS S3. Imports family, protocol, core and model; no other dialect. */
package dev.cairn.dialect.s3;
