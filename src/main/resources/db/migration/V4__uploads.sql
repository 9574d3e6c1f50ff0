-- Uploads in progress. Their row is the lock that publishing a part shares and that completing and
-- aborting take alone.
CREATE TABLE uploads (
  id                 uuid PRIMARY KEY,
  bucket_id          bigint NOT NULL REFERENCES buckets ON DELETE CASCADE,
  key                text COLLATE "C" NOT NULL,
  initiated_at       timestamptz NOT NULL,
  initiator          text COLLATE "C" NOT NULL,
  headers            jsonb,
  user_metadata      jsonb,
  storage_class      text,
  checksum_algorithm text,
  checksum_type      text
);
CREATE INDEX uploads_in_order ON uploads (bucket_id, key, initiated_at, id);

-- Uploads that became objects, remembered for a client that asks again: what it was answered.
CREATE TABLE finished_uploads (
  id            uuid PRIMARY KEY,
  bucket_id     bigint NOT NULL,
  key           text COLLATE "C" NOT NULL,
  -- Of the list of parts in the request.
  fingerprint   bytea NOT NULL,
  finished_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  size          bigint NOT NULL,
  etag          text NOT NULL,
  modified      timestamptz NOT NULL,
  headers       jsonb,
  user_metadata jsonb,
  storage_class text,
  checksums     jsonb,
  parts         integer NOT NULL
);
CREATE INDEX finished_uploads_by_age ON finished_uploads (finished_at);

-- An upload that ends without an object, because it is aborted or its bucket deleted, gives up its
-- parts. Those of a finished one are its object's.
CREATE FUNCTION uploads_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM parts WHERE owner_id IN (
    SELECT id FROM gone WHERE NOT EXISTS (SELECT FROM finished_uploads f WHERE f.id = gone.id));
  RETURN NULL;
END
$$;
CREATE TRIGGER uploads_ended AFTER DELETE ON uploads
  REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION uploads_ended();
