import { loadavg } from "node:os";
import postgres from "postgres";
import { actionNamed, call } from "@/e2e/fence/call";
import { SseClient } from "@/e2e/support/sse";
import { newId } from "@/lib/platform/ids";
import { type Business, cookiesOf, makeBusinesses } from "./businesses";
import { type Database, startCluster } from "./database";
import { percentile, three } from "./numbers";
import { type Program, secret, startProduct } from "./programs";

// npm run bench:earned: from taking the money of a sale to the figure that who served has on My day: the sale is paid, a
// job reckons what it earned, the log, the stream, and the figure is asked for. Beside it the floor: one `pg_notify` of the
// same Postgres to somebody who listens, in turns with it. Ends with 1 when one is later than promised. Options: --checkouts=N

const promisedMs = 1_000;
const warmUp = 10;
const priceMinor = 150_000;
const earnedMinor = 60_000;
const given = process.argv.find((one) => one.startsWith("--checkouts="))?.split("=")[1];
const checkouts = Number(given ?? 50);

const cluster = await startCluster();
let isWell = false;
try {
  let business: Business | undefined;
  await cluster.template(async (database) => {
    business = (await makeBusinesses(database, 2, 500)).businesses[0];
  });
  await cluster.withCopy(async (database) => {
    const [desk, stylist] = await people(database, business!);
    const program = await startProduct(database);
    try {
      isWell = await measure(program, database, business!, { desk: desk!, stylist: stylist! });
    } finally {
      await program.stop();
    }
  });
} finally {
  await cluster.stop();
}
process.exit(isWell ? 0 : 1);

async function measure(
  program: Program,
  database: Database,
  { tenantId, serviceId, staffIds }: Business,
  { desk, stylist }: { desk: string; stylist: string },
): Promise<boolean> {
  const [sell, take] = ["sell", "take"].map((name) => actionNamed(`app/dashboard/[tenantId]/till/actions.ts#${name}`));
  const till = async <T>(action: typeof sell, wish: object): Promise<T> => {
    const { answer } = await call(`${program.url}/dashboard/${tenantId}/till`, action!, [tenantId, wish], {
      cookie: desk,
    });
    const { ok, value } = answer as { ok: boolean; value: T };
    if (!ok) throw new Error(`the till answered ${JSON.stringify(answer)}`);
    return value;
  };
  const api = `${program.url}/api/dashboard/${tenantId}`;
  const stream = new SseClient(`${api}/stream`, stylist);
  const bell = await listen(database);
  const [took, rang, answered]: [number[], number[], number[]] = [[], [], []];
  try {
    await (await stream.open()).level();
    for (let n = 1; n <= warmUp + checkouts; n++) {
      rang.push(await bell.ring());
      const { id: saleId } = await till<{ id: string }>(sell, {
        lines: [{ serviceId, staffId: staffIds[0] }],
        key: newId(),
      });
      const from = performance.now();
      const paid = till(take, { saleId, method: "card", amountMinor: priceMinor, key: newId() }).then(() =>
        answered.push(performance.now() - from),
      );
      await stream.until(({ frames }) => frames.filter(({ event }) => event === "earnings.changed").length >= n);
      const seen = (await (await fetch(`${api}/me/earnings`, { headers: { cookie: stylist } })).json()) as {
        commissionMinor: number;
      };
      took.push(performance.now() - from);
      await paid;
      if (seen.commissionMinor !== n * earnedMinor) throw new Error(`sale ${n}: My day says ${seen.commissionMinor}`);
    }
  } finally {
    stream.close();
    await bell.end();
  }
  const [ours, floor] = [took, rang].map((all) => all.slice(warmUp)) as [number[], number[]];
  const most = Math.max(...ours);
  console.log(`${checkouts} checkouts, load ${loadavg().map(three).join(" ")}; ms`);
  for (const share of [0.5, 0.99]) {
    const [one, other] = [percentile(ours, share), percentile(floor, share)];
    console.log(`p${share * 100}: ${three(one)}, pg_notify ${three(other)}, ratio ${three(one / other)}`);
  }
  console.log(`the till answers: p50 ${three(percentile(answered.slice(warmUp), 0.5))}`);
  console.log(`slowest ${three(most)}, promised < ${promisedMs}`);
  return most < promisedMs;
}

/** Somebody who listens, and somebody who rings: how long it is from the one to the other. */
async function listen({ appUrl }: Database) {
  const [ear, hand] = [0, 1].map(() => postgres(appUrl, { max: 1, onnotice: () => {} })) as [
    postgres.Sql,
    postgres.Sql,
  ];
  let heard = () => {};
  await ear.listen("bench_earned", () => heard());
  return {
    async ring(): Promise<number> {
      const from = performance.now();
      const arrived = new Promise<number>((resolve) => {
        heard = () => resolve(performance.now() - from);
      });
      await hand`select pg_notify('bench_earned', 'x')`;
      return arrived;
    },
    end: () => Promise.all([ear.end(), hand.end()]),
  };
}

/** The desk, and who serves, both signed in; whatever is done earns two fifths. */
async function people({ adminUrl }: Database, { tenantId, staffIds }: Business): Promise<string[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const ids = [newId(), newId()];
  try {
    for (const [nth, id] of ids.entries()) {
      const [role, staffId] = nth === 0 ? (["front_desk", null] as const) : (["staff", staffIds[0]!] as const);
      await sql`insert into users (id, email, name, password_hash) values (${id}, ${`${role}@bench.test`}, ${role}, 'none')`;
      await sql`insert into sessions (id, user_id, expires_at) values (${id}, ${id}, now() + interval '1 day')`;
      await sql`insert into members (tenant_id, user_id, role, staff_id) values (${tenantId}, ${id}, ${role}, ${staffId})`;
    }
    await sql`insert into commission_rates (tenant_id, id, about, kind, rate, from_day)
      values (${tenantId}, ${newId()}, 'services', 'percent', ${(earnedMinor * 10_000) / priceMinor}, '2026-01-01')`;
  } finally {
    await sql.end();
  }
  return cookiesOf(ids, "clientpulse.session", secret);
}
