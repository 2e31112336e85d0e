import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { preparing } from "@/db/preparing";
import { makeHouse } from "@/db/testing/house";
import { sendQueuedMessages } from "@/lib/notifications/send-messages";
import { previewQuery } from "./input";
import { previewCampaign } from "./preview-campaign";
import { sendCampaign } from "./send-campaign";
import { atCampaigns } from "./testing/at-campaigns";

let asked = 0;
const client = postgres(process.env.DATABASE_URL!, { max: 1, debug: () => (asked += 1) });
// Planted where the code looks for its client.
(globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(preparing(client), {
  casing: "snake_case",
});
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([client.end(), sql.end()]));
process.env.SMS_PER_TENANT = "10000";
process.env.SMS_PER_DAY = "100000";

const full = process.env.TEST_SIZE === "full";
const people = full ? 2_000 : 600;
if (!full) console.log("statements of a campaign: to 600 people (2,000 in the full size)");

test("many are looked at in a handful of statements, and written to in handfuls of as many as two hundred need", async () => {
  const counted = async (work: () => Promise<unknown>): Promise<number> => {
    asked = 0;
    await work();
    return asked;
  };
  const sent = async (many: number) => {
    const house = await makeHouse();
    const at = await atCampaigns(sql, house);
    await at.people(Array.from({ length: many }, (_, n) => ({ name: `Achieng ${n}` })));
    const query = previewQuery.parse({ segment: "everybody", channel: "any", body: "Hi {first name}" });
    const look = await counted(() => at.act((scope) => previewCampaign(scope, query)));
    const rewardId = await at.reward();
    const id = await at.campaign({ rewardId, body: "Hi {first name}: {code}" });
    const steps: number[] = [];
    while ((await at.facts(id)).status !== "sent")
      // Nothing waits on its way here: the outbox takes each handful at once.
      steps.push(await counted(() => at.act((scope) => stepAndKeep(scope, id))));
    const { counts } = await at.facts(id);
    expect(counts).toMatchObject({ total: many, gone: many });
    return { look, steps };
  };
  const stepAndKeep = async (scope: Parameters<typeof sendCampaign>[0], campaignId: string) => {
    await sendCampaign(scope, { campaignId, turn: 0 });
    await sendQueuedMessages(scope);
  };
  // The first of a connection also asks Postgres for the types.
  await sent(1);
  const small = await sent(200);
  const large = await sent(people);
  console.log(`statements: ${large.look} to look, ${large.steps.join(" ")} to write to ${people}`);
  expect(large.look).toBe(small.look);
  expect(large.steps).toHaveLength(people / 100 + 1);
  expect(Math.max(...large.steps)).toBeLessThanOrEqual(Math.max(...small.steps));
}, 180_000);
