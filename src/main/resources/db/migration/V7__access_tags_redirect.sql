-- Who may do what, tags, redirects, and the class of objects whose writer names none.

-- JSON; null: private.
ALTER TABLE buckets ADD COLUMN acl text, ADD COLUMN storage_class text;

-- owner: the account that wrote the object; null: its bucket's owner. acl: null: private.
ALTER TABLE objects
  ADD COLUMN owner text COLLATE "C", ADD COLUMN acl jsonb, ADD COLUMN tags jsonb,
  ADD COLUMN redirect text;
ALTER TABLE uploads
  ADD COLUMN owner text COLLATE "C", ADD COLUMN acl jsonb, ADD COLUMN tags jsonb,
  ADD COLUMN redirect text;
ALTER TABLE finished_uploads
  ADD COLUMN owner text COLLATE "C", ADD COLUMN acl jsonb, ADD COLUMN tags jsonb,
  ADD COLUMN redirect text;

-- As in V5, but it names the keys only: what else a listing shows is read by whoever asks.
DROP FUNCTION list_objects(bigint, text, text, text, integer);
CREATE FUNCTION list_objects(
  in_bucket bigint, prefix text, delimiter text, after text, max_entries integer)
RETURNS TABLE (rolled_up boolean, key text)
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
      SELECT o.key FROM objects o
       WHERE o.bucket_id = in_bucket AND o.key >= start
       ORDER BY o.key
    LOOP
      IF NOT starts_with(entry.key, prefix) THEN
        RETURN;
      END IF;
      common := common_prefix(entry.key, prefix, delimiter);
      EXIT WHEN common IS NOT NULL;
      RETURN QUERY SELECT false, entry.key;
      entries := entries + 1;
      EXIT WHEN entries = max_entries;
    END LOOP;
    EXIT WHEN common IS NULL;
    RETURN QUERY SELECT true, common;
    entries := entries + 1;
    start := text_beyond(common);
  END LOOP;
END
$$;
