import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { type House, makeHouse } from "@/db/testing/house";
import { runDueJobs } from "@/lib/jobs/worker";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { clockOffset, now, setClockOffset } from "@/lib/platform/clock";
import { newId, newReference } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/seal";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "../ask-to-pay";
import { keysName, keysPlace } from "../get-account";
import { hearCallback, mostCallbackBytes } from "../hear-callback";
import { hearResult } from "../hear-result";
import { sendPrompt } from "../send-prompt";
import { credentialsOf, type SimAccount } from "../simulator/accounts";
import { simClock } from "../simulator/sim-clock";
import {
  type Simulator,
  type SimulatorOptions,
  simulatedCallbackUrl,
  startSimulator,
} from "../simulator/start-simulator";

export type Environment = "sandbox" | "live";

/** A simulator, and the door that its callbacks come through. Time stands still but for `pass`. */
export async function startMoney(options: SimulatorOptions = {}) {
  const door = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts);
    const result = /^\/api\/money\/refund\/([^/]+)\/(result|timeout)$/.exec(request.url ?? "");
    if (result) {
      const known = await hearResult(result[1]!, JSON.parse(body.toString()), {
        kind: result[2] as "result" | "timeout",
        address: "196.201.212.69",
      });
      response.writeHead(known ? 200 : 404).end("{}");
      return;
    }
    const token = /^\/api\/mpesa\/callback\/([^/]+)$/.exec(request.url ?? "")?.[1];
    // The address that knocked stands last, as a proxy of ours writes it.
    const address = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)!
      .trim();
    const heard = body.length <= mostCallbackBytes && token ? await hearCallback(token, body, address) : null;
    response.writeHead(body.length > mostCallbackBytes ? 413 : heard ? 200 : 404).end("{}");
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const target = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const clock = simClock({ start: now().getTime(), speed: 0 });
  const simulator = await startSimulator({
    callbackTarget: target,
    clock,
    queryGapMs: 0,
    pushesPerSecond: 10_000,
    headless: true,
    ...options,
  });
  process.env.DARAJA_BASE_URL = simulator.url;
  process.env.MPESA_CALLBACK_URL = simulatedCallbackUrl;
  process.env.MPESA_CERTIFICATE = simulator.control.certificate();
  return {
    simulator,
    /** So much time goes by, for everybody: what falls due on the way is done. */
    async pass(ms: number, stepMs = ms) {
      for (let gone = 0; gone < ms; gone += stepMs) {
        setClockOffset(clockOffset() + stepMs);
        // Ours goes on by itself while work is done, and the simulator's stands: it follows before they are strangers.
        const behindMs = now().getTime() - clock.now();
        await simulator.control.advance(behindMs > stepMs + mostDriftMs ? behindMs : stepMs);
        await runDueJobs();
      }
    },
    async stop() {
      await simulator.stop();
      door.closeAllConnections();
      door.close();
      setClockOffset(0);
    },
  };
}

export type Money = Awaited<ReturnType<typeof startMoney>>;

const mostDriftMs = 60_000;

export const visitor: Actor = { kind: "public", via: "page" };

/** A business that is paid through the simulator. */
export async function makeMoneyHouse(
  simulator: Simulator | null,
  { environment = "live" as Environment, staff = 1, account: given = {} as Partial<SimAccount> } = {},
): Promise<House & { account: SimAccount }> {
  const house = await makeHouse({ staff });
  return { ...house, account: await giveAccount(house.tenantId, simulator, { environment, account: given }) };
}

/** An account of the simulator's for this business, or for the platform; without a simulator a number alone. */
export async function giveAccount(
  tenantId: string,
  simulator: Simulator | null,
  { environment = "live" as Environment, account: given = {} as Partial<SimAccount> } = {},
): Promise<SimAccount> {
  const key = newId().slice(-12);
  const account: SimAccount = {
    name: "Test House",
    kind: "paybill",
    shortcode: String(100_000 + (Number.parseInt(key.slice(-6), 16) % 800_000)),
    consumerKey: `key-${key}`,
    consumerSecret: `secret-${key}`,
    passkey: `passkey-${key}`,
    initiator: { name: "testapi", password: "Simulated#1" },
    ...given,
  };
  simulator?.control.addAccount(account);
  const { consumerKey, consumerSecret, passkey, initiator } = credentialsOf(account);
  const keys = JSON.stringify({ consumerKey, consumerSecret, passkey, initiator });
  const sql = postgres(process.env.DATABASE_PLATFORM_URL!, { max: 1, onnotice: () => {} });
  await sql`insert into mpesa_accounts (tenant_id, kind, number, store_number, environment)
    values (${tenantId}, ${account.kind}, ${account.till ?? account.shortcode}, ${account.till ? account.shortcode : null},
      ${simulator ? environment : null})`;
  if (simulator)
    await sql`insert into tenant_secrets (tenant_id, name, sealed)
      values (${tenantId}, ${keysName}, ${seal(keys, keysPlace(tenantId))})`;
  await sql.end();
  return account;
}

/** A booking whose time is held until its deposit is paid. `at`: the hour, counted on from tomorrow's first. */
export async function holdWithDeposit(
  sql: postgres.Sql,
  house: House,
  { at = 0, amountMinor = 50_000, minutes = 10 }: { at?: number; amountMinor?: number; minutes?: number } = {},
): Promise<{ bookingId: string; customerId: string }> {
  const ids = { customer: newId(), booking: newId(), line: newId() };
  const { tenantId, serviceIds, staffIds } = house;
  const staffId = staffIds[at % staffIds.length]!;
  const row = Math.floor(at / staffIds.length);
  const day = addDays(localDate(now(), "Africa/Nairobi"), 1 + Math.floor(row / 10));
  const startsAt = atMinute(day, (8 + (row % 10)) * 60, "Africa/Nairobi");
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const expiresAt = new Date(now().getTime() + minutes * 60_000);
  await sql.begin(async (tx) => {
    await tx`insert into customers (tenant_id, id, name) values (${tenantId}, ${ids.customer}, 'Chebet')`;
    await tx`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor, currency,
        booked_as, expires_at, deposit, deposit_minor, created_at)
      values (${tenantId}, ${ids.booking}, ${newReference()}, ${ids.customer}, 'held', 'public', ${startsAt}, ${endsAt}, 150000, 'KES',
        '{"name":"Chebet"}', ${expiresAt}, 'due', ${amountMinor}, ${now()})`;
    await tx`insert into booking_lines (tenant_id, id, booking_id, position, service_id, service_name, staff_id, any_staff,
        starts_at, ends_at, segments, buffer_before_minutes, buffer_after_minutes, price_minor, currency)
      values (${tenantId}, ${ids.line}, ${ids.booking}, 0, ${serviceIds[0]!}, 'Cut', ${staffId}, false, ${startsAt}, ${endsAt},
        '[{"kind":"work","minutes":60}]', 0, 0, 150000, 'KES')`;
    await tx`insert into occupancies (tenant_id, id, staff_id, span, source, booking_line_id, expires_at)
      values (${tenantId}, ${newId()}, ${staffId}, tstzrange(${startsAt}, ${endsAt}), 'hold', ${ids.line}, ${expiresAt})`;
  });
  return { bookingId: ids.booking, customerId: ids.customer };
}

/** Somebody asks for the deposit's prompt on this phone, as the pay page does. */
export async function prompt(tenantId: string, bookingId: string, phone: string): Promise<string> {
  const asked = await withTenant(tenantId, visitor, (scope) => askToPay(scope, { bookingId, phone }));
  if (!asked.ok) throw new Error(asked.refusal);
  await sendPrompt(tenantId, asked.value.paymentId);
  return asked.value.paymentId;
}
