import { sql } from "drizzle-orm";
import type { CampaignChannel } from "@/db/schema/campaigns";
import type { VoucherOrigin } from "@/db/schema/rewards";
import { countOnce } from "@/lib/notifications/count-once";
import { addMessages, type OutgoingMessage } from "@/lib/notifications/queue-message";
import { goesBySms } from "@/lib/platform/sms";
import { giveCodes } from "@/lib/rewards/give-codes";
import { roomLeft } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { withdrawVouchers } from "@/lib/vouchers/voucher";
import type { WhyNot } from "../rules";
import { type AboutHouse, aboutHouse, type Text, textFor } from "./text-for";
import { type Way, type Ways, wayOf, waysOf } from "./ways";

export type Person = Ways & {
  customerId: string;
  name: string;
  language: "en" | "sw";
  phone: string | null;
  email: string | null;
};

/** Over `c`: somebody who may be written to, and what decides it. */
export const personOf = sql`c.id as "customerId", c.name, c.language, c.phone, c.email, ${waysOf}`;

type Letter = Text & { channel: CampaignChannel; rewardId: string | null };
type Kind = { template: "campaign" | "miss-you"; origin: VoucherOrigin; causeOf(person: Person): string };

export type Written = {
  customerId: string;
  /** `waiting`: the day's SMS are used up before their turn. */
  outcome: "written" | "held" | "waiting";
  why: WhyNot | "";
  channel: "sms" | "email" | null;
  messageId: string | null;
  voucherId: string | null;
};

/**
 * Writes to these people, as far as they allow it, the plan holds it and there is a code for each. In as many statements
 * for one as for a hundred.
 */
export async function writeTo(scope: Scope, people: readonly Person[], letter: Letter, kind: Kind): Promise<Written[]> {
  if (people.length === 0) return [];
  const planned = await withinRoom(
    scope,
    people.map((person) => wayOf(person, letter.channel)),
  );
  const ways = await withinDay(scope, people, planned, kind);
  const going = people.flatMap((person, at) => {
    const way = ways[at]!;
    return "channel" in way ? [{ person, channel: way.channel }] : [];
  });
  const codes = letter.rewardId
    ? await giveCodes(
        scope,
        letter.rewardId,
        kind.origin,
        going.map(({ person }) => ({ customerId: person.customerId, cause: kind.causeOf(person) })),
      )
    : null;
  const written = going.filter(({ person }) => !codes || codes.has(person.customerId));
  const house = await aboutHouse(scope);
  const added = await addMessages(
    scope,
    written.map(({ person, channel }) =>
      messageOf(house, person, channel, letter, kind, codes?.get(person.customerId)?.code ?? ""),
    ),
  );
  const messageOfPerson = new Map(written.map(({ person }, at) => [person.customerId, added[at] ?? null]));
  await withdrawVouchers(
    scope,
    written.flatMap(({ person: { customerId } }) => {
      const code = codes?.get(customerId);
      return code && messageOfPerson.get(customerId)?.status !== "queued" ? [code.id] : [];
    }),
  );
  return people.map(({ customerId }, at): Written => {
    const way = ways[at]!;
    if ("waits" in way) return { ...held(customerId, "not_sent"), outcome: "waiting", why: "" };
    if ("why" in way) return held(customerId, way.why);
    const message = messageOfPerson.get(customerId);
    if (message === undefined) return held(customerId, "none_left");
    if (message === null) return held(customerId, "not_sent");
    return {
      ...{ customerId, outcome: "written", why: "", channel: way.channel, messageId: message.id },
      voucherId: codes?.get(customerId)?.id ?? null,
    };
  });
}

const held = (customerId: string, why: WhyNot): Written => ({
  ...{ customerId, outcome: "held", why, channel: null, messageId: null, voucherId: null },
});

const isSms = (way: Way): boolean => "channel" in way && way.channel === "sms";

/** As many SMS as the plan holds, the first of them. */
async function withinRoom(scope: Scope, ways: readonly Way[]): Promise<Way[]> {
  let room = ways.some(isSms) ? ((await roomLeft(scope, "messages"))?.room ?? ways.length) : 0;
  return ways.map((way) => (isSms(way) && room-- < 1 ? { why: "over_plan" } : way));
}

type Today = Way | { waits: true };

/** Counted before anything is written: whom the day holds no SMS for has their turn another day. */
async function withinDay(
  scope: Scope,
  people: readonly Person[],
  ways: readonly Way[],
  { causeOf }: Kind,
): Promise<Today[]> {
  const texted = people.filter((_, at) => isSms(ways[at]!));
  const may = await countOnce(
    scope,
    texted.map((person) => ({ to: person.phone!, cause: causeOf(person) })),
  );
  const refused = new Set(texted.filter((_, at) => !may[at]));
  return people.map((person, at) => {
    if (!refused.has(person)) return ways[at]!;
    return goesBySms(person.phone!) ? { waits: true } : { why: "not_sent" };
  });
}

function messageOf(
  house: AboutHouse,
  person: Person,
  channel: "sms" | "email",
  letter: Letter,
  { template, causeOf }: Kind,
  code: string,
): OutgoingMessage {
  return {
    ...textFor(letter, person, { ...house, code }),
    ...{ channel, to: (channel === "sms" ? person.phone : person.email)!, template, customerId: person.customerId },
    ...{ dedupeKey: causeOf(person), purpose: "marketing" },
    ...(channel === "sms" ? { counted: true } : {}),
  };
}
