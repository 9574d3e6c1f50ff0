-- A part may have several checksums: the one that its upload asked for or its sender claimed, and
-- those that a dialect always answers. Kept as those of objects are.
ALTER TABLE parts ADD COLUMN checksums jsonb;
UPDATE parts
   SET checksums = jsonb_build_array(jsonb_build_object(
         'algorithm', checksum_algorithm,
         'type', 'FULL_OBJECT',
         'value', rtrim(translate(encode(checksum, 'base64'), E'+/\n', '-_'), '='),
         'parts', 0))
 WHERE checksum_algorithm IS NOT NULL;
ALTER TABLE parts DROP COLUMN checksum_algorithm, DROP COLUMN checksum;
