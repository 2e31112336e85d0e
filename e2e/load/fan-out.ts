import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Made } from "./businesses";
import type { Database } from "./database";
import type { Program } from "./programs";
import { Streams } from "./streams";

export type FanOut = { rssPerStream: number; heapPerStream: number; connectMs: number; perCpuSecond: number };

const events = 40;

/** What the floor writes: the product's own bytes with `#` for the number. */
export const floorFrame = `id: 1-#\nevent: booking.placed\ndata: ${JSON.stringify({
  seq: 501,
  name: "booking.placed",
  at: new Date().toISOString(),
  title: "Customer 250 booked Cut",
  message: "Tue 24 Nov, 14:00",
  entity: "booking",
  entityId: randomUUID(),
})}\n\n`;

/** Memory of idle streams, the time to open them, and how many deliveries a second of processor time is good for. */
export async function fanOutOf(
  program: Program,
  database: Database,
  made: Made,
  cookies: string[],
  count: number,
): Promise<FanOut> {
  const { tenantId } = made.businesses[0]!;
  const openings = cookies.slice(0, count).map((cookie) => ({ tenantId, cookie }));
  const log = await openLog(database, tenantId);
  try {
    const warm = new Streams(program.port);
    await warm.open(openings.slice(0, 50));
    for (let n = 1; n <= 5; n++) await log.grow().then(() => warm.until(n * 50));
    await warm.close();

    const before = await program.memory();
    const streams = new Streams(program.port);
    const connectMs = await streams.open(openings);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const open = await program.memory();

    const cpuBefore = await program.cpu();
    for (let n = 1; n <= events; n++) await log.grow().then(() => streams.until(n * count));
    const cpu = (await program.cpu()) - cpuBefore;
    if (streams.broken > 0) throw new Error(`${streams.broken} streams were closed`);
    await streams.close();
    return {
      rssPerStream: (open.rss - before.rss) / count,
      heapPerStream: (open.heapUsed - before.heapUsed) / count,
      connectMs,
      perCpuSecond: (events * count) / (cpu / 1e6),
    };
  } finally {
    await log.close();
  }
}

/** Lets a business's log grow from outside, as another process of the product would, and rings. */
async function openLog(database: Database, tenantId: string) {
  const sql = postgres(database.platformUrl, { max: 1, onnotice: () => {} });
  const [booking] = await sql<{ id: string; customer: string }[]>`
    select id, customer_id as customer from bookings where tenant_id = ${tenantId} limit 1`;
  return {
    async grow() {
      const [made] = await sql<{ seq: string }[]>`
        with head as (update event_heads set seq = seq + 1 where tenant_id = ${tenantId} returning seq)
        insert into events (tenant_id, seq, name, audience, entity, entity_id, customer_id, payload, actor)
        select ${tenantId}, seq, 'booking.placed', '{desk}', 'booking', ${booking!.id}, ${booking!.customer},
          (select payload from events where tenant_id = ${tenantId} and seq = 1), '{"kind": "public", "via": "api"}'
        from head returning seq`;
      await sql`select pg_notify('clientpulse', ${`${tenantId}:${made!.seq}`})`;
    },
    close: () => sql.end(),
  };
}
