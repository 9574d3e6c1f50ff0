-- The scrub reads every blob that is named, in the order of their ids, pass after pass.
CREATE INDEX objects_by_blob ON objects (blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX parts_by_blob ON parts (blob_id) WHERE blob_id IS NOT NULL;

-- One row: how far it is, and which process is at it.
CREATE TABLE scrub (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- The last blob of this pass that is done with.
  position    uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  passes      bigint NOT NULL DEFAULT 0,
  -- When the pass begins, or began.
  due_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz,
  holder      uuid,
  lease_until timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO scrub DEFAULT VALUES;

CREATE TABLE damaged_blobs (
  blob_id  uuid PRIMARY KEY,
  damage   text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
