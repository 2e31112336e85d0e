import { sideSql } from "@/db/client";
import { hasFault } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { metrics } from "./metrics";

/** The one channel that every process listens to. */
export const bellChannel = "clientpulse";

/** NOTIFY takes 8,000 bytes. */
const mostBytes = 7_500;

type Ring = (tenantId: string, seq: number) => void;
type Bell = {
  waiting: Map<string, number>;
  ringing: Promise<void> | null;
  handOn: Ring | null;
  /** Who hears of it in this process, without the way through the database. */
  near: Ring | null;
};

const bell = () => singleton<Bell>("doorbell", () => ({ waiting: new Map(), ringing: null, handOn: null, near: null }));

/** For this process's own streams: what was committed here is told here at once. */
export function hearNear(hear: Ring): void {
  if (!hasFault("no-near-rings")) bell().near = hear;
}

/** For a thread beside the process's first one, which rings for all: one NOTIFY in flight, and one count of them. */
export function handRingsOn(to: Ring): void {
  bell().handOn = to;
}

/**
 * Tells every process that a tenant's log has grown, this one first. One NOTIFY is in flight at a time and takes along all
 * that gathered meanwhile. Never inside a business transaction: NOTIFY takes one lock for the whole database at commit.
 * Only a hint; errors are logged, since the poll finds what a lost ring would have said.
 */
export function ring(tenantId: string, seq: number): Promise<void> {
  if (hasFault("drop-rings")) return Promise.resolve();
  const state = bell();
  if (state.handOn) {
    state.handOn(tenantId, seq);
    return Promise.resolve();
  }
  state.near?.(tenantId, seq);
  state.waiting.set(tenantId, Math.max(seq, state.waiting.get(tenantId) ?? 0));
  state.ringing ??= ringAll(state).finally(() => {
    state.ringing = null;
  });
  return state.ringing;
}

async function ringAll(state: Bell): Promise<void> {
  while (state.waiting.size > 0) {
    const payload = take(state.waiting);
    try {
      await sideSql()`select pg_notify(${bellChannel}, ${payload})`;
      metrics().rings.inc();
    } catch (error) {
      log().warn({ err: error }, "doorbell not rung");
    }
  }
}

function take(waiting: Map<string, number>): string {
  let payload = "";
  for (const [tenantId, seq] of waiting) {
    const hint = `${tenantId}:${seq}`;
    if (payload && payload.length + hint.length + 1 > mostBytes) break;
    payload += payload ? `,${hint}` : hint;
    waiting.delete(tenantId);
  }
  return payload;
}

/** The hints in a ring; anything else on the channel is ignored. */
export function readRing(payload: string): { tenantId: string; seq: number }[] {
  return payload.split(",").flatMap((hint) => {
    const found = /^([0-9a-f-]{36}):(\d+)$/.exec(hint);
    return found ? [{ tenantId: found[1]!, seq: Number(found[2]) }] : [];
  });
}
