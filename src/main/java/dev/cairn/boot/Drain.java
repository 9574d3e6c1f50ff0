package dev.cairn.boot;

import dev.cairn.gateway.Gateway;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The begin of the end: readiness is false already, requests that are under way have {@code
 * CAIRN_DRAIN_TIMEOUT}, new ones are sent elsewhere.
 */
@Singleton
final class Drain {
  private final Gateway gateway;

  Drain(Gateway gateway) {
    this.gateway = gateway;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    gateway.stopAccepting();
  }
}
