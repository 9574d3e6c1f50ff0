/**
 * HTTP craft that knows no dialect: the raw request, body framing, ranges, conditions, XML, HMAC,
 * the operation-table compiler. Imports the model and {@code core.body}.
 */
package dev.cairn.protocol;
