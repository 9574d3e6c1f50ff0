-- Objects that grow, and names for objects.

-- appends: how often something was appended; null: the object was never appended to. Its bytes are
-- here after the first append, afterwards in rows of parts that are placed at once.
-- symlink_target: the key that the object is another name for.
ALTER TABLE objects ADD COLUMN appends integer, ADD COLUMN symlink_target text;
ALTER TABLE finished_uploads ADD COLUMN appends integer, ADD COLUMN symlink_target text;

-- Of what has become part of an object nobody asks for the digest.
ALTER TABLE parts ALTER COLUMN md5 DROP NOT NULL;
