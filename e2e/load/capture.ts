import { writeFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { bodyOf, type Slot } from "./businesses";
import type { Database } from "./database";

/** A parameter: itself, or the pieces of a string in which names stand for what differs from booking to booking. */
export type Piece = string | { is: string; shiftMs?: number };
export type Statement = { text: string; params: (Piece[] | number | boolean | null)[] };
/** What one booking asks of the database, in groups that are sent together, by the connection it goes over. */
export type Recipe = { before: Statement[]; transaction: Statement[][]; after: Statement[] };

type Seen = { pool: "tenant" | "side"; tick: number; text: string; params: readonly unknown[] };

/**
 * Books one slot as the product's own route does (whose business, how often this address, the verb) and writes down every
 * statement that this sends. The floor programs and pgbench repeat exactly these, so they cannot fall behind the code. The environment must point at `database`.
 */
export async function captureBooking(database: Database, slot: Slot): Promise<Recipe> {
  const seen: Seen[] = [];
  let tick = 0;
  let ticking = true;
  const next = () => {
    tick++;
    if (ticking) setImmediate(next);
  };
  setImmediate(next);
  const see = (pool: Seen["pool"], text: string, params: readonly unknown[]) => seen.push({ pool, tick, text, params });

  // Planted where the code looks for its clients.
  const planted = globalThis as unknown as Record<symbol, unknown>;
  const client = postgres(database.appUrl, {
    max: 1,
    // What postgres.js says by itself (begin, savepoint, commit); the rest comes from Drizzle, before it is queued.
    debug: (_, text) => /^(begin|savepoint|commit)/.test(text) && see("tenant", text.trim(), []),
  });
  planted[Symbol.for("clientpulse.db")] = drizzle(client, {
    casing: "snake_case",
    logger: { logQuery: (text, params) => see("tenant", text, params) },
  });
  const side = postgres(database.appUrl, { max: 1, debug: (_, text, params) => see("side", text, params) });
  planted[Symbol.for("clientpulse.side-sql")] = side;
  await side`select 1`;
  await client`select 1`;
  seen.length = 0;

  const { countBooking } = await import("@/lib/auth/limits");
  const { bookSlot } = await import("@/lib/bookings/book-slot");
  const { bookSlotInput } = await import("@/lib/bookings/input");
  const { idempotencyKey } = await import("@/lib/platform/idempotency");
  const { findTenant } = await import("@/lib/tenancy/doors/find-tenant");
  const { withTenant } = await import("@/lib/tenancy/with-tenant");

  const body = bodyOf(slot, 31_415_926);
  const input = bookSlotInput.parse(body);
  const key = "bench-key-3141592653";
  const tenant = await findTenant(slot.slug);
  await countBooking("127.0.0.1");
  const made = await withTenant(tenant!.id, { kind: "public", via: "api" }, (scope) =>
    bookSlot(scope, input, { source: "api", idempotency: idempotencyKey("public-bookings", key, input) }),
  );
  if (!made.ok) throw new Error(`the verb refused: ${made.refusal}`);
  // The ring comes after the answer.
  await new Promise((resolve) => setTimeout(resolve, 100));
  ticking = false;
  await client.end();
  await side.end();

  const named = namer(slot, body, key, made.value.reference);
  const statement = (one: Seen): Statement => ({ text: one.text, params: one.params.map(named) });
  const commit = seen.findIndex((one) => one.text === "commit");
  const transaction: Statement[][] = [];
  let last = -1;
  for (const one of seen.filter(({ pool }) => pool === "tenant")) {
    if (one.tick === last) transaction.at(-1)!.push(statement(one));
    else transaction.push([statement(one)]);
    last = one.tick;
  }
  const onSide = (from: number, to: number) =>
    seen
      .slice(from, to)
      .filter(({ pool }) => pool === "side")
      .map(statement);
  return { before: onSide(0, commit), transaction, after: onSide(commit, seen.length) };
}

/** Finds in a captured parameter what belongs to this booking and puts a name there. */
function namer(slot: Slot, body: ReturnType<typeof bodyOf>, key: string, reference: string) {
  const known = new Map([
    [slot.tenantId, "tenantId"],
    [slot.slug, "slug"],
    [slot.staffId, "staffId"],
    [slot.serviceId, "serviceId"],
    [body.customer.name, "name"],
    [body.customer.phone, "phone"],
    [key, "key"],
    [reference, "reference"],
  ]);
  const ids = new Map<string, string>();
  const hashes = new Map<string, string>();
  const numbered = (map: Map<string, string>, kind: string, value: string) => {
    if (!map.has(value)) map.set(value, `${kind}${map.size}`);
    return map.get(value)!;
  };
  const captured = Date.now();
  const begins = Date.parse(slot.startsAt);
  const escaped = [...known.keys()].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const anything = new RegExp(
    `${escaped}|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z`,
    "g",
  );
  const nameOf = (found: string): Piece => {
    const name = known.get(found);
    if (name) return { is: name };
    if (/^[0-9a-f]{64}$/.test(found)) return { is: numbered(hashes, "hash", found) };
    if (/^[0-9a-f]{8}-/.test(found)) return { is: numbered(ids, "id", found) };
    const at = Date.parse(found);
    return Math.abs(at - captured) < 60_000 ? { is: "now" } : { is: "start", shiftMs: at - begins };
  };
  return (value: unknown): Statement["params"][number] => {
    if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
    const text = value instanceof Date ? value.toISOString() : String(value);
    const pieces: Piece[] = [];
    let from = 0;
    for (const found of text.matchAll(anything)) {
      if (found.index > from) pieces.push(text.slice(from, found.index));
      pieces.push(nameOf(found[0]));
      from = found.index + found[0].length;
    }
    if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
    return pieces;
  };
}

export function writeRecipe(file: string, recipe: Recipe): void {
  writeFileSync(file, JSON.stringify(recipe, null, 1));
}
