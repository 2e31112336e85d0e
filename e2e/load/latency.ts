import { collector, lookThroughHeapLess } from "@/lib/platform/heap";
import { Booker } from "./booker";
import { businessOfStream, type Made } from "./businesses";
import { percentile } from "./numbers";
import type { Program } from "./programs";
import { Streams } from "./streams";

export type Cell = { tenants: number; streams: number; perSecond: number };
export type Latency = { p50: number; p99: number; answerP50: number; answerP99: number };

const warmUp = 2_000;
/** When the load looks through its own heap both processors are busy, whoever is measured: it does so before the clock runs. */
const collect = collector();
lookThroughHeapLess();

/** From sending the booking to its event's arrival, over every stream of its business; one clock for all. */
export async function latencyOf(
  program: Program,
  cell: Cell,
  seconds: number,
  made: Made,
  cookies: string[],
): Promise<Latency> {
  const streams = new Streams(program.port);
  const booker = new Booker(program.port, made, cell.tenants);
  try {
    await streams.open(
      Array.from({ length: cell.streams }, (_, n) => ({
        tenantId: businessOfStream(made, n, cell.tenants).tenantId,
        cookie: cookies[n]!,
      })),
    );
    await booker.closedLoop(4, (booked) => booked >= warmUp);
    collect?.();
    await pause(1_500);
    const first = booker.count;
    const took: number[] = [];
    streams.onBooking = (booking, at) => {
      if (booking >= first) took.push(at - booker.sentAt[booking]!);
    };
    await booker.openLoop(cell.perSecond, seconds);
    await pause(1_500);
    if (streams.broken > 0) throw new Error(`${streams.broken} streams were closed`);
    const expected = expectedDeliveries(cell, made, first, booker.count);
    if (took.length !== expected) throw new Error(`${took.length} of ${expected} deliveries arrived`);
    return {
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      answerP50: percentile(booker.answerMs.slice(first), 0.5),
      answerP99: percentile(booker.answerMs.slice(first), 0.99),
    };
  } finally {
    await streams.close();
    booker.close();
  }
}

/** Nothing may be missing: a lost event would make the rest look fast. */
function expectedDeliveries(cell: Cell, made: Made, from: number, to: number): number {
  const round = cell.tenants === 1 ? made.businesses.slice(0, 1) : made.businesses.slice(1, cell.tenants + 1);
  const readers = new Map<string, number>();
  for (let n = 0; n < cell.streams; n++) {
    const { tenantId } = businessOfStream(made, n, cell.tenants);
    readers.set(tenantId, (readers.get(tenantId) ?? 0) + 1);
  }
  let sum = 0;
  for (let n = from; n < to; n++) sum += readers.get(round[n % round.length]!.tenantId) ?? 0;
  return sum;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
