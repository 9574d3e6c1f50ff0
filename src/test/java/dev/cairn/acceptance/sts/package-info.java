/** Temporary credentials: from the token service, through the SDK of AWS, to every vendor's SDK. */
package dev.cairn.acceptance.sts;
