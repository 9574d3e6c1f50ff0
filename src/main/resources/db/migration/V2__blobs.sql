-- Blobs that no object and no part names. A blob is written while it is pending, published in the
-- transaction that takes it out of pending_blobs, and becomes garbage in the transaction of the
-- change that lets go of it (triggers of V3).

CREATE TABLE pending_blobs (
  blob_id     uuid PRIMARY KEY,
  lease_until timestamptz NOT NULL
);
CREATE INDEX pending_blobs_by_lease ON pending_blobs (lease_until);

CREATE TABLE garbage (
  blob_id uuid PRIMARY KEY,
  since   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX garbage_by_age ON garbage (since);

CREATE TABLE read_leases (
  blob_id uuid PRIMARY KEY,
  until   timestamptz NOT NULL
);
CREATE INDEX read_leases_by_end ON read_leases (until);
