import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { singleton } from "@/lib/platform/singleton";

/** What /api/metrics shows. */
export const metrics = () =>
  singleton("metrics", () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix: "clientpulse_" });
    const counter = (name: string, help: string, labelNames: string[] = []) =>
      new Counter({ name: `clientpulse_${name}`, help, labelNames, registers: [registry] });
    return {
      registry,
      streams: new Gauge({
        name: "clientpulse_streams",
        help: "open event streams, by the door that answered",
        labelNames: ["door"],
        registers: [registry],
      }),
      overdue: new Gauge({
        name: "clientpulse_overdue_work",
        help: "work that was due more than an hour ago and is not done, as of the last look",
        registers: [registry],
      }),
      deliveries: counter("deliveries_total", "events written to streams, by what woke the delivery", ["wake"]),
      lag: new Histogram({
        name: "clientpulse_delivery_lag_seconds",
        help: "from an event's creation to its delivery to the streams of this process",
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
        registers: [registry],
      }),
      replays: counter("replays_total", "streams that were brought level on joining"),
      resets: counter("resets_total", "streams told to start over", ["why"]),
      cuts: counter("stream_cuts_total", "streams ended by the server", ["why"]),
      rings: counter("doorbell_rings_total", "notifications sent"),
      reconnects: counter("listener_reconnects_total", "listening sessions made anew"),
    };
  });
