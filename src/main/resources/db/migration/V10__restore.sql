-- An archived object can be read from the one moment to the other; null: it was never restored.
-- finished_uploads has no such columns: what was just completed was not restored.
ALTER TABLE objects
  ADD COLUMN restored_from timestamptz, ADD COLUMN restored_until timestamptz;
