import { type SQL, sql } from "drizzle-orm";
import type { CampaignChannel } from "@/db/schema/campaigns";
import { saidBy } from "@/lib/customers/consent";
import type { WhyNot } from "../rules";

/** What decides whether somebody is written to. `said`: their newest word on advertising, null where there is none. */
export type Ways = {
  archived: boolean;
  blocked: boolean;
  hasSms: boolean;
  /** Has not told their network, or us, that they want none. */
  wantsSms: boolean;
  saidSms: boolean | null;
  hasEmail: boolean;
  saidEmail: boolean | null;
};

/** Over `c`. */
export const waysOf: SQL = sql`c.archived_at is not null as archived, c.status = 'blocked' as blocked,
  c.phone is not null as "hasSms", coalesce((c.wishes->>'bySms')::boolean, true) as "wantsSms",
  ${saidBy(sql`'sms'`)} as "saidSms", c.email is not null as "hasEmail", ${saidBy(sql`'email'`)} as "saidEmail"`;

export type Way = { channel: "sms" | "email" } | { why: WhyNot };

/** By what somebody is written to, or why not. Of two ways an SMS is read sooner. */
export function wayOf(person: Ways, by: CampaignChannel): Way {
  if (person.archived) return { why: "put_away" };
  if (person.blocked) return { why: "blocked" };
  const ways = [
    ...(by === "email"
      ? []
      : [{ channel: "sms" as const, has: person.hasSms, said: person.wantsSms ? person.saidSms : false }]),
    ...(by === "sms" ? [] : [{ channel: "email" as const, has: person.hasEmail, said: person.saidEmail }]),
  ];
  const open = ways.find(({ has, said }) => has && said);
  if (open) return { channel: open.channel };
  const had = ways.filter(({ has }) => has);
  if (had.length === 0) return { why: "no_address" };
  return { why: had.some(({ said }) => said === false) ? "opted_out" : "no_consent" };
}
