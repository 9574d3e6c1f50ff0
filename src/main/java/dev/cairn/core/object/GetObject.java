package dev.cairn.core.object;

import dev.cairn.core.Input;
import dev.cairn.model.ObjectKey;
import dev.cairn.model.RangeSpec;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads an object, or a range or part of it; a range and a part number exclude each other.
 *
 * @param withContent false for HeadObject: everything but the bytes
 */
public record GetObject(
    ObjectKey key,
    ReadConditions conditions,
    Optional<RangeSpec> range,
    OptionalInt partNumber,
    boolean withContent)
    implements Input<GetObjectResult> {}
