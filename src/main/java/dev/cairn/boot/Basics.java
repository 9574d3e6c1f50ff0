package dev.cairn.boot;

import dev.cairn.admin.RootLogin;
import dev.cairn.core.access.AccessKeyMaker;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What many parts share: the clock, ids, the data folder, root's credentials. */
@Unremovable
final class Basics {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  TimeOrderedIds ids(InstantSource clock) {
    return new TimeOrderedIds(clock, new SecureRandom());
  }

  @Produces
  @Singleton
  DataFolder dataFolder(Settings settings) {
    DataFolder folder = new DataFolder(settings.dataDir());
    folder.prepare();
    return folder;
  }

  @Produces
  @Singleton
  RootCredentials root(Settings settings, DataFolder folder) {
    return RootCredentials.of(settings.root(), folder.path());
  }

  @Produces
  @Singleton
  RootLogin login(RootCredentials root) {
    return new RootLogin(root.key());
  }

  @Produces
  @Singleton
  AccessKeyMaker keyMaker() {
    return new AccessKeyMaker(new SecureRandom());
  }
}
