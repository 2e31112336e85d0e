import type { TransactionSql } from "postgres";
import { filled, firstName } from "@/lib/campaigns/words";
import { addDays } from "@/lib/platform/calendar";
import { smsSegments } from "@/lib/platform/sms-segments";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, demoReference, dice } from "./stable";
import { clock } from "./wall-clock";

const tenAm = 10 * 60;
const minute = 60_000;
const perSegment = 80;

const body = "Hi {first name}, a travel-size conditioner is yours with your next visit to {business}. Show {code}.";

type Person = { id: string; name: string; phone: string; said: boolean | null; blocked: boolean };

/** One campaign that went out a week ago, with what came after it, and one that waits for its day. */
export async function seedCampaigns(sql: TransactionSql, business: DemoBusiness, today: string, now: Date) {
  const tenant_id = tenantIdOf(business);
  const [owner] = await sql<{ id: string }[]>`select id from users where email = ${`owner@${business.slug}.test`}`;
  const [sentId, nextId, rewardId] = ["sent", "next", "reward"].map((key) =>
    demoId(`campaign/${business.slug}/${key}`),
  );
  const sentAt = clock(addDays(today, -6), tenAm, business.timeZone);
  const nextAt = clock(addDays(today, 3), tenAm, business.timeZone);
  const words = { subject: "", body_sw: "", by_user_id: owner?.id ?? null };
  await insertRows(sql, "rewards", [
    {
      ...{ tenant_id, id: rewardId, name: "Travel-size conditioner", description: "", kind: "gift", currency: "KES" },
      ...{ service_ids: [], valid_days: 60, active: false, created_at: sentAt },
    },
  ]);
  const added = await insertRows(sql, "campaigns", [
    {
      ...{ tenant_id, id: sentId, name: "Conditioner for December", segment: "everybody", segment_name: "Everybody" },
      ...{ channel: "sms", body, reward_id: rewardId, status: "sent", send_at: sentAt, started_at: sentAt, turn: 0 },
      ...{ ended_at: new Date(sentAt.getTime() + 2 * minute), created_at: new Date(sentAt.getTime() - 30 * minute) },
      ...words,
    },
    {
      ...{
        tenant_id,
        id: nextId,
        name: "Christmas hours",
        segment: "regular",
        segment_name: "Regulars",
        channel: "sms",
      },
      ...{
        body: "Hi {first name}, {business} is open every day before Christmas. Book in time: {link}",
        reward_id: null,
      },
      ...{ status: "scheduled", send_at: nextAt, started_at: null, turn: 0, ended_at: null, created_at: now, ...words },
    },
  ]);
  if (added.has(nextId!))
    await insertRows(sql, "due", [
      {
        ...{ tenant_id, id: demoId(`due/${nextId}`), kind: "send_campaign", payload: { campaignId: nextId, turn: 0 } },
        ...{ due_at: nextAt, created_at: now },
      },
    ]);
  if (added.has(sentId!)) await seedRecipients(sql, business, { id: sentId!, rewardId: rewardId!, sentAt });
}

type Sent = { id: string; rewardId: string; sentAt: Date };

async function seedRecipients(sql: TransactionSql, business: DemoBusiness, { id, rewardId, sentAt }: Sent) {
  const tenant_id = tenantIdOf(business);
  const people = await sql<Person[]>`
    select c.id, c.name, c.phone, c.status = 'blocked' as blocked, (select k.granted from consents k
      where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.purpose = 'marketing'
      order by k.created_at desc, k.id desc limit 1) as said
    from customers c where c.tenant_id = ${tenant_id} and c.phone is not null and c.archived_at is null order by c.id limit 120`;
  const used = await usedSales(sql, tenant_id, sentAt);
  const [messages, vouchers, recipients]: Record<string, unknown>[][] = [[], [], []];
  for (const { id: customer_id, name, phone, said, blocked } of people) {
    const recipient = { tenant_id, campaign_id: id, customer_id, created_at: sentAt };
    const why = blocked ? "blocked" : said === null ? "no_consent" : said ? "" : "opted_out";
    if (why) {
      const nothing = { channel: null, message_id: null, voucher_id: null, written_at: null };
      recipients!.push({ ...recipient, outcome: "held", why, ...nothing });
      continue;
    }
    const [message_id, voucher_id] = [
      demoId(`campaign/message/${customer_id}`),
      demoId(`campaign/code/${customer_id}`),
    ];
    const code = `${demoReference(voucher_id).slice(0, 4)}-${demoReference(`${voucher_id} end`).slice(0, 4)}`;
    const text = filled(body, { "first name": firstName(name), business: business.name, code, link: "" });
    const [at, isLost] = [new Date(sentAt.getTime() + minute), dice(`campaign/${customer_id}`).chance(0.05)];
    const segments = smsSegments(text);
    messages!.push({
      ...{
        tenant_id,
        id: message_id,
        channel: "sms",
        to_address: phone,
        customer_id,
        template: "campaign",
        subject: "",
      },
      ...{ body: text, dedupe_key: `campaign ${id} ${customer_id}`, tries: 1, segments, transport: "africastalking" },
      ...{ provider_id: `ATXid_demo_campaign_${customer_id}`, cost_minor: segments * perSegment, cost_currency: "KES" },
      ...{ status: isLost ? "failed" : "delivered", failure: isLost ? "the phone was not reached in time" : "" },
      ...{ created_at: at, next_try_at: at, sent_at: at, delivered_at: isLost ? null : at },
    });
    const sale = !isLost && dice(`campaign/used/${customer_id}`).chance(0.3) ? used.get(customer_id) : undefined;
    vouchers!.push({
      ...{
        tenant_id,
        id: voucher_id,
        reward_id: rewardId,
        customer_id,
        code,
        origin: "campaign",
        points: 0,
        visits: 0,
      },
      ...{ name: "Travel-size conditioner", kind: "gift", service_ids: [], reason: "", off_minor: 0, created_at: at },
      ...{ cause: `campaign ${id} ${customer_id}`, expires_at: new Date(at.getTime() + 60 * 1440 * minute) },
      ...{ status: sale ? "redeemed" : "pending", sale_id: sale?.id ?? null, redeemed_at: sale?.at ?? null },
    });
    recipients!.push({
      ...recipient,
      outcome: "written",
      why: "",
      channel: "sms",
      message_id,
      voucher_id,
      written_at: at,
    });
  }
  await insertRows(sql, "messages", messages!);
  await insertRows(sql, "vouchers", vouchers!);
  await insertRows(sql, "campaign_recipients", recipients!);
}

type Sale = { id: string; customerId: string; at: Date };

/** One paid sale after it of each customer who had one, that took no code. */
async function usedSales(sql: TransactionSql, tenantId: string, since: Date): Promise<Map<string, Sale>> {
  const sales = await sql<Sale[]>`
    select distinct on (s.customer_id) s.id, s.customer_id as "customerId", s.closed_at as at from sales s
    where s.tenant_id = ${tenantId} and s.status = 'closed' and s.customer_id is not null and s.closed_at > ${since}
      and not exists (select from vouchers v where v.tenant_id = s.tenant_id and v.sale_id = s.id)
    order by s.customer_id, s.closed_at`;
  return new Map(sales.map((sale) => [sale.customerId, sale]));
}
