// npm run bench:realtime: what real time costs, beside bare programs that do the same work, in interleaved rounds.
// Options: --rounds=N --seconds=N --quick --only=latency,bookings,page,streams,settled --json=FILE
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { bookingsPerSecond, clients } from "./bookings";
import { cookiesOf, type Made, makeBusinesses, slotAt } from "./businesses";
import { captureBooking, type Recipe, writeRecipe } from "./capture";
import { type Cluster, type Database, startCluster } from "./database";
import { fanOutOf, floorFrame } from "./fan-out";
import { type Cell, latencyOf } from "./latency";
import { three } from "./numbers";
import { pageTimes } from "./page";
import { findPgbench, pgbenchOf } from "./pgbench";
import { type Program, secret, startBareNext, startFloorBooking, startFloorStreams, startProduct } from "./programs";
import { Results } from "./results";
import { fromSafaricom, settledOf } from "./settled";

const { rounds, seconds, parts, json, cells, streams } = readArguments(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), "clientpulse-bench-"));
const recipeFile = join(scratch, "recipe.json");
const results = new Results();

const cluster = await startCluster();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave(130));
let status = 1;
try {
  await main(cluster);
  status = 0;
} catch (error) {
  console.error(error);
}
await leave(status);

async function leave(code: number): Promise<never> {
  await cluster.stop();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}

async function main({ template, withCopy, version, settings, syncMicros }: Cluster): Promise<void> {
  let made: Made | undefined;
  await template(async (database) => {
    made = await makeBusinesses(database, 21, 500);
  });
  const { sessionIds } = made!;
  const it = made!;
  const cookies = await cookiesOf(sessionIds, "clientpulse.session", secret);
  const recipe = await withCopy((database) => record(database, it));
  writeRecipe(recipeFile, recipe);

  const settingsNow = (await settings()).map(({ name, setting }) => `${name}=${setting}`).join(" ");
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${(await version()).split(" on ")[0]}, ${settingsNow}`,
  );
  console.log(
    `${rounds} rounds, every program started anew for every number; ratios are product ÷ floor of the same round`,
  );
  console.log(
    `one booking = ${recipe.transaction.flat().length} statements in a transaction, ${recipe.before.length} before, ${recipe.after.length} after it\n`,
  );

  /** One number of one side, on a database and in a process of its own. */
  const measure = async <T>(
    start: (database: Database) => Promise<Program>,
    ask: (program: Program, database: Database) => Promise<T>,
  ) =>
    withCopy(async (database) => {
      results.sync(syncMicros(), loadavg()[0] ?? 0);
      const program = await start(database);
      try {
        return await ask(program, database);
      } finally {
        await program.stop();
      }
    });

  for (let round = 1; round <= rounds; round++) {
    console.log(`round ${round}, load ${loadavg().map(three).join(" ")}`);
    if (parts.has("latency")) {
      for (const cell of cells) {
        const ask = (program: Program) => latencyOf(program, cell, seconds, it, cookies);
        const ours = await measure((database) => startProduct(database), ask);
        const same = await measure((database) => startFloorBooking(database, it, recipeFile, "all"), ask);
        const writes = await measure((database) => startFloorBooking(database, it, recipeFile, "writes"), ask);
        const noWorker = await measure((database) => startProduct(database, { WORKER: "off" }), ask);
        // A bare Next handler has no streams: when it has answered, a product made of it has yet to deliver.
        const next = await measure(
          (database) => startBareNext(database, it, recipeFile),
          (program) => latencyOf(program, { ...cell, streams: 0 }, seconds, it, cookies),
        );
        results.latency(cell, { ours, noWorker, same, writes, next });
      }
    }
    if (parts.has("bookings")) {
      const ask = (program: Program) => bookingsPerSecond(program, it, seconds);
      const ours = await measure((database) => startProduct(database), ask);
      const noWorker = await measure((database) => startProduct(database, { WORKER: "off" }), ask);
      const bare = await measure((database) => startBareNext(database, it, recipeFile), ask);
      const program = findPgbench();
      const file = join(scratch, "booking.sql");
      const pgbench = program
        ? await withCopy((database) => pgbenchOf(program, database, it, recipe, { clients, seconds, file }))
        : Number.NaN;
      results.bookings({ ours, noWorker, bare, pgbench });
    }
    if (parts.has("page")) {
      results.page(await measure(startProduct, (program) => pageTimes(program, it, cookies[0]!)));
    }
    if (parts.has("settled")) {
      const ask = (program: Program, database: Database) => settledOf(program, database, seconds, it, cookies[0]!);
      results.settled(await measure((database) => startProduct(database, fromSafaricom), ask));
    }
    if (parts.has("streams")) {
      const ask = (program: Program, database: Database) => fanOutOf(program, database, it, cookies, streams);
      const ours = await measure((database) => startProduct(database), ask);
      const noWorker = await measure((database) => startProduct(database, { WORKER: "off" }), ask);
      const same = await measure((database) => startFloorStreams(database, true, floorFrame), ask);
      const bare = await measure((database) => startFloorStreams(database, false, floorFrame), ask);
      results.streams({ ours, noWorker, same, bare });
    }
  }
  results.print(streams);
  if (json) writeFileSync(json, JSON.stringify(results.all, null, 1));
}

async function record(database: Database, made: Made): Promise<Recipe> {
  // The verb reads its environment once, here.
  Object.assign(process.env, {
    APP_MODE: "live",
    APP_URL: "http://127.0.0.1",
    AUTH_SECRET: secret,
    ENCRYPTION_KEY: secret,
    DATABASE_URL: database.appUrl,
    DATABASE_PLATFORM_URL: database.platformUrl,
  });
  return captureBooking(database, slotAt(made, 0, 1));
}

function readArguments(given: string[]) {
  const value = (name: string) => given.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  const known = /^--(quick|(rounds|seconds|only|json)=.+)$/;
  const unknown = given.filter((one) => !known.test(one));
  if (unknown.length > 0) throw new Error(`unknown option ${unknown.join(" ")}`);
  const quick = given.includes("--quick");
  const target: Cell = { tenants: 20, streams: 200, perSecond: 50 };
  const all: Cell[] = [
    { tenants: 1, streams: 1, perSecond: 50 },
    { tenants: 20, streams: 20, perSecond: 50 },
    { tenants: 1, streams: 200, perSecond: 50 },
    target,
    // 50 a second to a thousand readers of one business is more than this machine's one core can write.
    { tenants: 1, streams: 1_000, perSecond: 10 },
    { tenants: 20, streams: 1_000, perSecond: 50 },
  ];
  return {
    rounds: Number(value("rounds") ?? (quick ? 1 : 3)),
    seconds: Number(value("seconds") ?? (quick ? 4 : 12)),
    parts: new Set(value("only")?.split(",") ?? ["latency", "bookings", "page", "settled", "streams"]),
    json: value("json"),
    cells: quick ? [target, { ...target, tenants: 1 }] : all,
    streams: 1_000,
  };
}
