-- One row is all that a GET of a plain object needs.
CREATE TABLE objects (
  bucket_id     bigint NOT NULL REFERENCES buckets,
  key           text COLLATE "C" NOT NULL,
  id            uuid NOT NULL,
  size          bigint NOT NULL,
  etag          text NOT NULL,
  -- Whole milliseconds: what is compared is what was answered.
  modified      timestamptz NOT NULL,
  headers       jsonb,
  user_metadata jsonb,
  storage_class text,
  checksums     jsonb,
  -- 0: the bytes are here, inline or in the blob. Otherwise they are in so many rows of parts,
  -- whose owner is this object.
  parts         integer NOT NULL,
  inline        bytea,
  blob_id       uuid,
  PRIMARY KEY (bucket_id, key),
  CONSTRAINT content_in_one_place
    CHECK (num_nonnulls(inline, blob_id) = CASE parts WHEN 0 THEN 1 ELSE 0 END)
);
-- Bytes of clients seldom compress, and are sent as they are.
ALTER TABLE objects ALTER COLUMN inline SET STORAGE EXTERNAL;

-- Parts of uploads in progress and of the objects that were assembled from them: an object has the
-- id of its upload, so that completing one moves no part.
CREATE TABLE parts (
  owner_id           uuid NOT NULL,
  number             integer NOT NULL,
  -- In the assembled object; null while the upload is in progress.
  position           bigint,
  size               bigint NOT NULL,
  md5                bytea NOT NULL,
  checksum_algorithm text,
  checksum           bytea,
  modified           timestamptz NOT NULL,
  inline             bytea,
  blob_id            uuid,
  PRIMARY KEY (owner_id, number),
  CONSTRAINT content_in_one_place CHECK (num_nonnulls(inline, blob_id) = 1)
);
ALTER TABLE parts ALTER COLUMN inline SET STORAGE EXTERNAL;
-- A range of a large object finds its parts at once.
CREATE INDEX parts_by_position ON parts (owner_id, position) WHERE position IS NOT NULL;

-- What follows keeps one promise: a blob that loses its only mention is garbage from that moment
-- on, whichever statement took the mention away.

CREATE FUNCTION object_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.blob_id IS NOT NULL THEN
    INSERT INTO garbage (blob_id) VALUES (OLD.blob_id) ON CONFLICT DO NOTHING;
  END IF;
  IF OLD.parts > 0 THEN
    DELETE FROM parts WHERE owner_id = OLD.id;
  END IF;
  RETURN NULL;
END
$$;
-- For each row, so that replacing a small object, the usual case, calls nothing.
CREATE TRIGGER object_replaced AFTER UPDATE ON objects
  FOR EACH ROW
  WHEN (OLD.id <> NEW.id AND (OLD.blob_id IS NOT NULL OR OLD.parts > 0))
  EXECUTE FUNCTION object_replaced();

CREATE FUNCTION objects_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO garbage (blob_id)
    SELECT blob_id FROM gone WHERE blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  DELETE FROM parts WHERE owner_id IN (SELECT id FROM gone WHERE gone.parts > 0);
  RETURN NULL;
END
$$;
CREATE TRIGGER objects_deleted AFTER DELETE ON objects
  REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION objects_deleted();

CREATE FUNCTION part_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO garbage (blob_id) VALUES (OLD.blob_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER part_replaced AFTER UPDATE ON parts
  FOR EACH ROW
  WHEN (OLD.blob_id IS NOT NULL AND OLD.blob_id IS DISTINCT FROM NEW.blob_id)
  EXECUTE FUNCTION part_replaced();

CREATE FUNCTION parts_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO garbage (blob_id)
    SELECT blob_id FROM gone WHERE blob_id IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER parts_deleted AFTER DELETE ON parts
  REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION parts_deleted();
