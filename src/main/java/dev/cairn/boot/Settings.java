package dev.cairn.boot;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the service. Each is an environment variable too: {@code cairn.data-dir} is
 * {@code CAIRN_DATA_DIR}.
 */
@ConfigMapping(prefix = "cairn")
public interface Settings {
  /** Where all dialects answer. */
  @WithDefault("9000")
  int port();

  /** Where health and metrics are. */
  @WithDefault("9001")
  int managementPort();

  /** Everything that the service keeps on disk. */
  @WithDefault("./data")
  Path dataDir();

  /** {@code postgresql://user:password@host:port/name}; empty: a private PostgreSQL. */
  Optional<String> databaseUrl();

  /** The private PostgreSQL's programs; empty: the bundled ones. */
  Optional<Path> postgresBin();

  /** The access key of the root account; empty: made at the first start. */
  Root root();

  /** Host suffixes of the dialects. */
  Domains domains();

  /** Accounts and keys to have, as JSON. */
  Optional<Path> accountsFile();

  /** Buckets to have, root's. */
  Optional<List<String>> buckets();

  /** The one region of V4 scopes; empty: any. */
  Optional<String> region();

  /**
   * Base64 of the 32 bytes that encrypt secrets in the database; empty: made at the first start.
   */
  Optional<String> secretsKey();

  /** A file that holds it. */
  Optional<Path> secretsKeyFile();

  /** How long a finished upload's id is known. */
  @WithDefault("24h")
  Duration uploadsRemembered();

  /** From a request to restore an archived object until it can be read. */
  @WithDefault("0s")
  Duration restoreDelay();

  /** How long bytes are kept that nothing names any more. */
  @WithDefault("10m")
  Duration garbageDelay();

  /** How long a process may be silent before what it was writing counts as lost. */
  @WithDefault("1m")
  Duration writeLease();

  /**
   * How long another process's change of a key, an account or a bucket's settings may go unnoticed;
   * zero: they are looked up for every request.
   */
  @WithDefault("1s")
  Duration lookupMaxAge();

  /** How long requests that are under way may take to their end when the service is to stop. */
  @WithDefault("20s")
  Duration drainTimeout();

  /** Content up to this size is kept in the database. */
  @WithDefault("16K")
  MemorySize inlineLimit();

  /** Bytes that the scrub reads in a second at most; zero: there is none. */
  @WithDefault("8M")
  MemorySize scrubRate();

  /** From the begin of one pass of the scrub to that of the next. */
  @WithDefault("24h")
  Duration scrubInterval();

  /** Whether V1 and V2 signatures are accepted. */
  @WithDefault("true")
  boolean legacySignatures();

  /** Whether to do as the vendors' pages print where their SDKs and services do otherwise. */
  @WithDefault("false")
  boolean strictPages();

  /** Where the root account's key comes from. */
  interface Root {
    Optional<String> accessKeyId();

    Optional<Path> accessKeyIdFile();

    Optional<String> secretAccessKey();

    Optional<Path> secretAccessKeyFile();
  }

  /** A Host that is one of these, or ends in one after a dot, is the dialect's. */
  interface Domains {
    /** Empty: AWS's own and {@code s3.localhost}. */
    Optional<List<String>> s3();

    /** Empty: BaishanCloud's own and {@code s2.localhost}. */
    Optional<List<String>> s2();

    /** Empty: Alibaba Cloud's own and {@code oss.localhost}. */
    Optional<List<String>> oss();

    /** Empty: those of Huawei Cloud and the Open Telekom Cloud, and {@code obs.localhost}. */
    Optional<List<String>> obs();
  }
}
