import { sql } from "drizzle-orm";
import type { CampaignChannel } from "@/db/schema/campaigns";
import { withWayOut } from "@/lib/notifications/way-out";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { smsSegments } from "@/lib/platform/sms-segments";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { planRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { PreviewQuery } from "./input";
import { codesLeft } from "./internal/codes-left";
import { audienceWhere, namedSegment } from "./internal/find-audience";
import { mostSmsADay } from "./internal/room-today";
import { smsPrice } from "./internal/sms-price";
import { type AboutHouse, aboutHouse, type Text, textFor } from "./internal/text-for";
import { type Ways, wayOf, waysOf } from "./internal/ways";
import type { WhyNot } from "./rules";

export type Preview = {
  /** In the group. */
  total: number;
  sms: number;
  email: number;
  held: { why: WhyNot; people: number }[];
  /** SMS that the plan still holds this month; null where it holds any number. */
  smsLeft: number | null;
  /** Of each SMS. */
  segments: number;
  cost: { minor: number; currency: string; isKnown: boolean };
  /** So many days it takes, as only so many go in one. */
  days: number;
  smsADay: number;
  samples: { name: string; channel: "sms" | "email"; subject: string; body: string }[];
  position: string;
};

type Group = Ways & { language: "en" | "sw"; people: number };

/** Who would get it now, by what, and why the others would not; what it costs, and how it reads to three of them. */
export async function previewCampaign(
  scope: Scope,
  { segment: named, channel, rewardId, ...text }: PreviewQuery,
): Promise<Result<Preview, { refusal: "unknown_segment" }>> {
  const head = await headOf(scope);
  const found = await namedSegment(scope, named);
  if (!found) return refuse("unknown_segment");
  const where = audienceWhere(scope, found.segment);
  const groups = await scope.tx.execute<Group>(sql`
    select g.*, count(*)::int as people from (select c.language, ${waysOf} from customers c where ${where}) g
    group by g.language, g.archived, g.blocked, g."hasSms", g."wantsSms", g."saidSms", g."hasEmail", g."saidEmail"`);
  const [room, house, price] = [await planRoom(scope), await aboutHouse(scope), await smsPrice(scope)];
  const smsLeft = room?.messages.limit == null ? null : Math.max(0, room.messages.limit - room.messages.used);
  const { sms, email, held, segments, billed } = reckon(groups, channel, (language) =>
    segmentsOf(text, language, house),
  );
  const planned = smsLeft === null ? sms : Math.min(sms, smsLeft);
  if (planned < sms) held.set("over_plan", sms - planned);
  const wanted = planned + email;
  const coded = Math.min(wanted, (rewardId ? await codesLeft(scope, rewardId) : null) ?? wanted);
  if (coded < wanted) held.set("none_left", wanted - coded);
  // Who of them gets a code is not asked by which way they are written to.
  const going = wanted === 0 ? 0 : Math.round((planned * coded) / wanted);
  const share = sms === 0 ? 0 : going / sms;
  return ok({
    ...{ total: groups.reduce((sum, { people }) => sum + people, 0), sms: going, email: coded - going },
    held: [...held].map(([why, people]) => ({ why, people })).sort((a, b) => b.people - a.people),
    ...{ smsLeft, segments, days: Math.ceil(going / mostSmsADay()), smsADay: mostSmsADay() },
    cost: { minor: Math.round(billed * share * price.minor), currency: "KES", isKnown: price.isKnown },
    samples: await samplesOf(scope, channel, text, house, where),
    position: writePosition(head),
  });
}

/** The groups together: how many go by what, why others do not, and how many SMS are billed for it. */
function reckon(groups: readonly Group[], channel: CampaignChannel, segmentsIn: (language: "en" | "sw") => number) {
  const held = new Map<WhyNot, number>();
  let [sms, email, billed, segments] = [0, 0, 0, channel === "email" ? 0 : segmentsIn("en")];
  for (const { people, language, ...ways } of groups) {
    const way = wayOf(ways, channel);
    if ("why" in way) held.set(way.why, (held.get(way.why) ?? 0) + people);
    else if (way.channel === "email") email += people;
    else {
      sms += people;
      billed += people * segmentsIn(language);
      segments = Math.max(segments, segmentsIn(language));
    }
  }
  return { sms, email, held, segments, billed };
}

/** A code as it will look, and a name as long as most. */
const sampleCode = "7K4M-X2PQ";
const usualName = "Wanjiku";

const segmentsOf = (text: Text, language: "en" | "sw", house: AboutHouse): number =>
  smsSegments(asSent(textFor(text, { name: usualName, language }, { ...house, code: sampleCode }).body, house.link));

/** With the way out that the sender adds; as long for everybody. */
const asSent = (body: string, customerId: string): string =>
  withWayOut({ channel: "sms", purpose: "marketing", customerId, body });

type Candidate = Ways & { id: string; name: string; language: "en" | "sw" };

async function samplesOf(
  { tx }: Scope,
  channel: CampaignChannel,
  text: Text,
  house: AboutHouse,
  where: ReturnType<typeof sql>,
): Promise<Preview["samples"]> {
  const people = await tx.execute<Candidate>(sql`
    select g.* from (select c.id, c.name, c.language, ${waysOf} from customers c where ${where}) g
    where not g.archived and not g.blocked
      and ((${channel}::text <> 'email' and g."hasSms" and g."wantsSms" and g."saidSms")
        or (${channel}::text <> 'sms' and g."hasEmail" and g."saidEmail"))
    order by g.name, g.id limit 3`);
  return people.flatMap((person) => {
    const way = wayOf(person, channel);
    if ("why" in way) return [];
    const { subject, body } = textFor(text, person, { ...house, code: sampleCode });
    return [{ name: person.name, channel: way.channel, subject: way.channel === "email" ? subject : "", body }];
  });
}
