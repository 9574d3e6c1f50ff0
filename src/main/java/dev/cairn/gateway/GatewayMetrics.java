package dev.cairn.gateway;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the gateway counts: requests by dialect, operation and class of status; bytes; in flight.
 */
public final class GatewayMetrics {
  private record Kind(String dialect, String operation, int statusClass) {}

  private record Meters(Timer requests, DistributionSummary in, DistributionSummary out) {}

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Map<Kind, Meters> meters = new ConcurrentHashMap<>();

  public GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("cairn.requests.active", inFlight);
  }

  void begin() {
    inFlight.incrementAndGet();
  }

  void end(Exchange exchange, long bytesIn) {
    inFlight.decrementAndGet();
    Kind kind =
        new Kind(
            exchange.dialect.vocabulary().name(), exchange.operationName(), exchange.status / 100);
    Meters of = meters.computeIfAbsent(kind, this::register);
    of.requests().record(exchange.nanos(), TimeUnit.NANOSECONDS);
    of.in().record(bytesIn);
    of.out().record(exchange.sent);
  }

  private Meters register(Kind kind) {
    Tags tags =
        Tags.of(
            "dialect", kind.dialect(),
            "operation", kind.operation(),
            "status", kind.statusClass() + "xx");
    return new Meters(
        registry.timer("cairn.requests", tags),
        DistributionSummary.builder("cairn.received")
            .baseUnit("bytes")
            .tags(tags)
            .register(registry),
        DistributionSummary.builder("cairn.sent").baseUnit("bytes").tags(tags).register(registry));
  }
}
