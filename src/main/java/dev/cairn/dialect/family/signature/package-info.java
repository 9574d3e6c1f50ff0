/**
 * Who signed a request: AWS's signatures V2 and V4, in headers and in presigned URLs, and what they
 * say of the body. What vendors do differently is an argument. Imports protocol, core and model.
 */
package dev.cairn.dialect.family.signature;
