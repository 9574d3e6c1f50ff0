/**
 * Forms, {@code multipart/form-data} (RFC 7578): their fields are read whole, their file is a body
 * that streams. Imports protocol, core.body and model.
 */
package dev.cairn.protocol.form;
