import type postgres from "postgres";
import type { House } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { shown } from "@/lib/customers/consent-words";
import { runDueJobs } from "@/lib/jobs/worker";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { rewardInput } from "@/lib/rewards/input";
import { addReward } from "@/lib/rewards/save-reward";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { getCampaign } from "../get-campaign";
import { saveCampaignInput } from "../input";
import { moveCampaign } from "../move-campaign";
import { saveCampaign } from "../save-campaign";

type Someone = {
  name?: string;
  phone?: string | null;
  email?: string | null;
  /** What they said of advertising, and by what; null for nothing. */
  said?: { granted: boolean; channel?: "any" | "sms" | "email" } | null;
  status?: string;
  archived?: boolean;
  language?: "en" | "sw";
  bySms?: boolean;
  createdAt?: Date;
};

let blocks = 1_000;
/** Numbers of blocks far apart, as a block has a limit, too. */
const anyNumber = () =>
  `+2547${String(blocks++ % 10_000).padStart(4, "0")}${String(Math.floor(Math.random() * 1e4)).padStart(4, "0")}`;

/** A house in whose zone it is noon, that writes to groups of customers, and the worker that does it. */
export async function atCampaigns(sql: postgres.Sql, house: House) {
  const { tenantId } = house;
  await sql`update tenants set time_zone = ${noonZone(now())} where id = ${tenantId}`;
  const act = <T>(work: (scope: Scope) => Promise<T>) => withTenant(tenantId, member("owner"), work);
  let ahead = 0;
  const facts = async (id: string) => (await act((scope) => getCampaign(scope, id)))!;
  return {
    act,
    facts,
    async people(all: Someone[]): Promise<string[]> {
      const rows = all.map((one) => ({ id: newId(), phone: anyNumber(), said: { granted: true }, ...one }));
      await sql`insert into customers ${sql(
        rows.map(
          ({ id, phone, name = "Achieng Otieno", email = null, status = "active", language = "en", ...one }) => ({
            ...{ tenant_id: tenantId, id, name, phone, email, status, language },
            ...{ archived_at: one.archived ? now() : null, created_at: one.createdAt ?? now() },
            wishes: sql.json({ bySms: one.bySms ?? true, byEmail: false }),
          }),
        ),
      )}`;
      const words = rows.flatMap(({ id, said }) =>
        said
          ? [
              {
                ...{ tenant_id: tenantId, id: newId(), customer_id: id, purpose: "marketing", granted: said.granted },
                ...{ channel: "channel" in said ? said.channel : "any", wording: shown.marketing, source: "portal" },
              },
            ]
          : [],
      );
      if (words.length > 0) await sql`insert into consents ${sql(words)}`;
      return rows.map(({ id }) => id);
    },
    async reward(wish: object = {}): Promise<string> {
      const input = rewardInput.parse({ name: "15% off", kind: "discount", percent: 15, key: newId(), ...wish });
      const added = await act((scope) => addReward(scope, input));
      if (!added.ok) throw new Error(added.refusal);
      return added.value.id;
    },
    async campaign(wish: object = {}): Promise<string> {
      const input = saveCampaignInput.parse({
        ...{
          name: "Come back",
          segment: "everybody",
          channel: "sms",
          body: "Hi {first name}, {business} has news: {link}",
        },
        ...{ when: { kind: "now" }, key: newId(), ...wish },
      });
      const saved = await act((scope) => saveCampaign(scope, input));
      if (!saved.ok) throw new Error(saved.refusal);
      return saved.value.id;
    },
    move: (campaignId: string, move: "cancel" | "pause" | "resume") =>
      act((scope) => moveCampaign(scope, { campaignId, move })),
    run: () => runDueJobs(tenantId),
    /** The worker, until nothing of the campaign is left to do. */
    async runOut(id: string) {
      for (let n = 0; n < 400; n++) {
        await runDueJobs(tenantId);
        const { status, counts } = await facts(id);
        if (["sent", "cancelled"].includes(status) && counts.queued === 0) return facts(id);
        ahead += 11_000;
        setClockOffset(ahead);
      }
      throw new Error("the campaign does not come to an end");
    },
    forgetTime() {
      ahead = 0;
      setClockOffset(0);
    },
  };
}
