-- Temporary access keys. They end with their account, and with the long-lived key that asked for
-- the first of the sessions they go back to.
CREATE TABLE sessions (
  id           text COLLATE "C" PRIMARY KEY,
  account_id   text COLLATE "C" NOT NULL REFERENCES accounts ON DELETE CASCADE,
  issuer       text COLLATE "C" NOT NULL REFERENCES access_keys ON DELETE CASCADE,
  -- Encrypted as those of access_keys are, bound to the id.
  secret       bytea NOT NULL,
  -- SHA-256: of the token no more is kept.
  token_digest bytea NOT NULL,
  -- Neither: the account itself; a name alone: a federated user.
  role         text,
  name         text,
  -- Each of them must allow what is done.
  policies     jsonb NOT NULL,
  expires_at   timestamptz NOT NULL,
  CHECK (role IS NULL OR name IS NOT NULL)
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_issuer ON sessions (issuer);
CREATE INDEX sessions_by_end ON sessions (expires_at);
