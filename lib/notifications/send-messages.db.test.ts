import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { sendQueuedMessages } from "./send-messages";

const sent: { text: string; params: unknown[] }[] = [];
const client = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} });
const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), admin.end()]));
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(client, {
  casing: "snake_case",
  logger: { logQuery: (text, params) => sent.push({ text, params }) },
});

type Plan = { "Actual Loops": number; Plans?: Plan[] };
const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
const many = 200;

test("whether a message may still go is looked up once for each, even where Postgres knows nothing of the tables yet", async () => {
  const { tenantId } = await makeHouse();
  await admin`insert into customers (tenant_id, id, name) select ${tenantId}, gen_random_uuid(), 'Achieng ' || n from generate_series(1, ${many}::int) n`;
  await admin`insert into consents (tenant_id, id, customer_id, purpose, channel, granted, source, wording)
    select tenant_id, gen_random_uuid(), id, 'marketing', 'any', true, 'desk', 'Yes' from customers where tenant_id = ${tenantId}`;
  await admin`insert into messages (tenant_id, id, channel, template, to_address, body, dedupe_key, customer_id)
    select tenant_id, gen_random_uuid(), 'email', 'campaign', 'a@example.com', 'Hi', id::text, id from customers where tenant_id = ${tenantId}`;
  await withTenant(tenantId, { kind: "system", job: "test" }, sendQueuedMessages);
  expect(await admin`select distinct status from messages where tenant_id = ${tenantId}`).toEqual([{ status: "sent" }]);

  await admin`update messages set status = 'queued' where tenant_id = ${tenantId}`;
  const { text, params } = sent.find((one) => one.text.includes("update messages"))!;
  const [row] = await client.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    return tx.unsafe(`explain (analyze, timing off, format json) ${text}`, params as string[]);
  });
  const steps = flat((row!["QUERY PLAN"] as { Plan: Plan }[])[0]!.Plan);
  expect(Math.max(...steps.map((step) => step["Actual Loops"]))).toBe(many);
});
