/**
 * Codecs that several dialects share: from the wire to the core's inputs and from its results back.
 * Whatever differs between dialects is an argument: vocabulary, rules, strategies. No header prefix
 * stands in here. Imports dialect, protocol, core and model.
 */
package dev.cairn.dialect.family.codec;
