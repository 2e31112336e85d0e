import "server-only";
import { getHealth, type Health } from "@/lib/admin/get-health";
import { reasonsNotReady } from "@/lib/jobs/readiness";
import { hub } from "@/lib/realtime/hub";
import { metrics } from "@/lib/realtime/metrics";

export type PlatformHealth = {
  /** Why this process should get no traffic; empty when all is well. */
  reasons: string[];
  /** Null when the database does not answer. */
  health: Health | null;
  /** Of the process that answered. */
  streams: {
    open: { door: string; many: number }[];
    listening: boolean;
    /** Since it started. */
    deliveries: { wake: string; many: number }[];
    /** From the event to the stream, in milliseconds: half of them were quicker, and ninety-five of a hundred. */
    lagMs: { half: number | null; most: number | null };
    replays: number;
    resets: number;
    cuts: number;
    reconnects: number;
  };
};

/** How the platform is: its database, its work and its streams. */
export async function platformHealth(): Promise<PlatformHealth> {
  const [reasons, health, streams] = await Promise.all([
    reasonsNotReady(),
    getHealth().catch(() => null),
    streamsNow(),
  ]);
  return { reasons, health, streams };
}

async function streamsNow(): Promise<PlatformHealth["streams"]> {
  const { streams, deliveries, lag, replays, resets, cuts, reconnects } = metrics();
  const [open, delivered, buckets, ...counts] = await Promise.all([
    streams.get(),
    deliveries.get(),
    lag.get(),
    replays.get(),
    resets.get(),
    cuts.get(),
    reconnects.get(),
  ]);
  const [replayed = 0, reset = 0, cut = 0, reconnected = 0] = counts.map(({ values }) =>
    values.reduce((sum, { value }) => sum + value, 0),
  );
  return {
    open: open.values.map(({ labels, value }) => ({ door: String(labels.door), many: value })),
    listening: hub().listening,
    deliveries: delivered.values.map(({ labels, value }) => ({ wake: String(labels.wake), many: value })),
    lagMs: { half: quantile(buckets.values, 0.5), most: quantile(buckets.values, 0.95) },
    replays: replayed,
    resets: reset,
    cuts: cut,
    reconnects: reconnected,
  };
}

type Bucket = { labels: { le?: string | number }; value: number; metricName?: string };

/** The upper edge of the bucket that the quantile lies in; null where nothing was delivered, or it lies beyond all of them. */
function quantile(values: readonly Bucket[], q: number): number | null {
  const buckets = values.filter(({ labels }) => labels.le !== undefined);
  const all = buckets.find(({ labels }) => labels.le === "+Inf")?.value ?? 0;
  const edge = buckets.find(({ labels, value }) => labels.le !== "+Inf" && all > 0 && value >= q * all)?.labels.le;
  return edge === undefined ? null : Number(edge) * 1_000;
}
