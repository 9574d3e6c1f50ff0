package dev.cairn.persistence;

import dev.cairn.boot.postgres.DatabaseUrl;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/** Hibernate Reactive on a test's database, validating the schema as the service does. */
final class TestSessions {
  private TestSessions() {}

  static Mutiny.SessionFactory on(DatabaseUrl url) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(AccountEntity.class)
            .addAnnotatedClass(AccessKeyEntity.class)
            .addAnnotatedClass(BucketEntity.class)
            .setProperty("hibernate.connection.url", url.reactive())
            .setProperty("hibernate.connection.username", url.user())
            .setProperty("hibernate.connection.password", url.password())
            .setProperty("hibernate.hbm2ddl.auto", "validate");
    SessionFactory factory =
        configuration.buildSessionFactory(
            new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build());
    return factory.unwrap(Mutiny.SessionFactory.class);
  }
}
