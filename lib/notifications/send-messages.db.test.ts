import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { plantListeningClient, stepsOf } from "@/db/testing/asked";
import { makeHouse } from "@/db/testing/house";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { sendQueuedMessages } from "./send-messages";

const { client, asked } = plantListeningClient();
const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), admin.end()]));

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
  const handing = asked.find(({ text }) => text.includes("update messages"))!;
  const steps = await stepsOf(client, tenantId, handing);
  expect(Math.max(...steps.map((step) => step["Actual Loops"]))).toBe(many);
});
