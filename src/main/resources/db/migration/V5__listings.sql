-- Listings with a delimiter. They walk the index and, at each common prefix, jump over the keys
-- that it stands for, so that the cost follows what is returned. Text is compared by bytes; U+0000
-- does not occur in it, so the text that follows t directly is t || U+0001.

-- The least text that is greater than every text beginning with this prefix; null when there is
-- none. Code points are counted up, and their order is that of their UTF-8 bytes.
CREATE FUNCTION text_beyond(prefix text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  last_point integer;
BEGIN
  WHILE prefix <> '' LOOP
    last_point := ascii(right(prefix, 1));
    prefix := left(prefix, -1);
    IF last_point = 55295 THEN
      -- The next 2048 code points are the surrogates, which no text has.
      RETURN prefix || chr(57344);
    ELSIF last_point < 1114111 THEN
      RETURN prefix || chr(last_point + 1);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- What a key rolls up into: itself up to the first delimiter beyond the prefix, which it must have;
-- null when it has no delimiter there, or when nothing rolls up because the delimiter is empty.
CREATE FUNCTION common_prefix(key text, prefix text, delimiter text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE
    WHEN delimiter = '' OR strpos(substr(key, length(prefix) + 1), delimiter) = 0 THEN NULL
    ELSE left(key, length(prefix) + length(delimiter) - 1
           + strpos(substr(key, length(prefix) + 1), delimiter))
  END
$$;

-- Where a listing after this text begins. A listing that stopped at a common prefix goes on beyond
-- all the keys that it stands for.
CREATE FUNCTION listing_start(after text, prefix text, delimiter text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE
    WHEN starts_with(after, prefix) AND common_prefix(after, prefix, delimiter) = after
      THEN text_beyond(after)
    ELSE greatest(prefix COLLATE "C", (after || chr(1)) COLLATE "C")
  END
$$;

CREATE FUNCTION list_objects(
  in_bucket bigint, prefix text, delimiter text, after text, max_entries integer)
RETURNS TABLE (
  rolled_up boolean, key text, id uuid, size bigint, etag text, modified timestamptz,
  storage_class text, checksums jsonb, parts integer)
LANGUAGE plpgsql STABLE STRICT
-- The index gives the order; a plan that sorts would read the whole bucket.
SET enable_sort = off SET enable_bitmapscan = off SET enable_seqscan = off
AS $$
DECLARE
  start text COLLATE "C" := listing_start(after, prefix, delimiter);
  entry record;
  common text;
  entries integer := 0;
BEGIN
  WHILE start IS NOT NULL AND entries < max_entries LOOP
    common := NULL;
    FOR entry IN
      SELECT o.key, o.id, o.size, o.etag, o.modified, o.storage_class, o.checksums, o.parts
        FROM objects o
       WHERE o.bucket_id = in_bucket AND o.key >= start
       ORDER BY o.key
    LOOP
      IF NOT starts_with(entry.key, prefix) THEN
        RETURN;
      END IF;
      common := common_prefix(entry.key, prefix, delimiter);
      EXIT WHEN common IS NOT NULL;
      RETURN QUERY SELECT false, entry.key, entry.id, entry.size, entry.etag, entry.modified,
        entry.storage_class, entry.checksums, entry.parts;
      entries := entries + 1;
      EXIT WHEN entries = max_entries;
    END LOOP;
    EXIT WHEN common IS NULL;
    RETURN QUERY SELECT true, common, NULL::uuid, NULL::bigint, NULL, NULL::timestamptz,
      NULL, NULL::jsonb, NULL::integer;
    entries := entries + 1;
    start := text_beyond(common);
  END LOOP;
END
$$;

-- Uploads in order of their keys, of one key in order of their initiation. The marker is a key, all
-- of whose uploads were listed, or with an upload's id the place of that upload; given_time is when
-- it was initiated, should it be gone.
CREATE FUNCTION list_uploads(
  in_bucket bigint, prefix text, delimiter text, key_marker text, id_marker uuid,
  given_time timestamptz, max_entries integer)
RETURNS TABLE (rolled_up boolean, key text, id uuid)
LANGUAGE plpgsql STABLE
SET enable_sort = off SET enable_bitmapscan = off SET enable_seqscan = off
AS $$
DECLARE
  nothing constant uuid := '00000000-0000-0000-0000-000000000000';
  -- Uploads beyond this place are listed. None has the time -infinity.
  after_key text COLLATE "C" := listing_start(key_marker, prefix, delimiter);
  after_time timestamptz := '-infinity';
  after_id uuid := nothing;
  entry record;
  common text;
  entries integer := 0;
BEGIN
  IF id_marker IS NOT NULL AND after_key = key_marker || chr(1) THEN
    after_key := key_marker;
    after_time := coalesce(
      (SELECT u.initiated_at FROM uploads u
        WHERE u.id = id_marker AND u.bucket_id = in_bucket AND u.key = key_marker),
      given_time, after_time);
    after_id := id_marker;
  END IF;
  WHILE after_key IS NOT NULL AND entries < max_entries LOOP
    common := NULL;
    FOR entry IN
      SELECT u.key, u.id
        FROM uploads u
       WHERE u.bucket_id = in_bucket
         AND (u.key, u.initiated_at, u.id) > (after_key, after_time, after_id)
       ORDER BY u.key, u.initiated_at, u.id
    LOOP
      IF NOT starts_with(entry.key, prefix) THEN
        RETURN;
      END IF;
      common := common_prefix(entry.key, prefix, delimiter);
      EXIT WHEN common IS NOT NULL;
      RETURN QUERY SELECT false, entry.key, entry.id;
      entries := entries + 1;
      EXIT WHEN entries = max_entries;
    END LOOP;
    EXIT WHEN common IS NULL;
    RETURN QUERY SELECT true, common, NULL::uuid;
    entries := entries + 1;
    after_key := text_beyond(common);
    after_time := '-infinity';
    after_id := nothing;
  END LOOP;
END
$$;
