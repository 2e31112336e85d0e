import { sql } from "drizzle-orm";
import type { BookingStatus, BookingStep } from "@/db/schema/bookings";
import { bookingToken } from "@/lib/bookings/booking-token";
import { reached } from "@/lib/customers/reached";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { bookingWords } from "./words/booking";

type Told = Reached & {
  booking_id: string;
  move: BookingStep;
  from_status: BookingStatus;
  by_kind: "member" | "customer" | "system";
  reason: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  house: string;
  house_phone: string;
  slug: string;
  time_zone: string;
  services: string;
  currency: string;
  unpaid: boolean;
  /** What they paid beforehand, what of it comes back and what of it is kept; 0 for nothing. */
  paid_minor: string;
  back_minor: string;
  kept_minor: string;
  /** What paid for it came after a time was let go: its own, or of another booking that this one was made instead of. */
  late: "own" | "another" | null;
  /** They have been told that another time is needed. */
  was_asked: boolean;
  /** Times that the customer may choose from, in order, and until when. */
  proposed: { at: string; until: string }[];
};

/**
 * What became of a customer's booking. A change is told unless it was taken back or a later one says it anew; whoever is
 * about to take it back is waited for.
 */
export async function tellCustomer(scope: Scope, { changeId }: { changeId: string }): Promise<OutgoingMessage[]> {
  await scope.tx.execute(sql`
    select 1 from bookings b join booking_changes h on h.tenant_id = b.tenant_id and h.booking_id = b.id
    where h.tenant_id = ${scope.tenantId} and h.id = ${changeId} for update of b`);
  const [told] = await scope.tx.execute<Told>(sql`
    select b.id as booking_id, h.move, h.from_status, h.by_kind, h.reason, b.reference, b.status, b.starts_at,
      ${reached()}, c.id as customer_id,
      b.currency, b.deposit is not distinct from 'due' as unpaid, case when b.deposit = 'paid' then b.deposit_minor else 0 end as paid_minor,
      (select coalesce(sum(r.amount_minor), 0) from refunds r where r.tenant_id = b.tenant_id and r.booking_id = b.id
        and r.why in ('cancelled', 'declined') and r.status <> 'withdrawn') as back_minor,
      (select coalesce(sum(f.from_deposit_minor), 0) from booking_fees f
        where f.tenant_id = b.tenant_id and f.booking_id = b.id) as kept_minor,
      (select case when p.reference is null or starts_with(p.reference, b.reference) then 'own' else 'another' end
        from payments p where p.tenant_id = b.tenant_id and p.booking_id = b.id and p.status = 'paid_late'
          and h.move = 'pay' and b.deposit = 'paid' order by p.settled_at limit 1) as late,
      t.name as house, t.phone as house_phone, t.slug, t.time_zone,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services,
      exists (select 1 from booking_changes asked
        join messages m on m.tenant_id = asked.tenant_id and m.dedupe_key like 'booking-change ' || asked.id || '%'
        where asked.tenant_id = b.tenant_id and asked.booking_id = b.id and asked.move = 'ask'
          and (asked.created_at, asked.id) < (h.created_at, h.id)
          and not exists (select 1 from booking_changes answered
            where answered.tenant_id = b.tenant_id and answered.booking_id = b.id
              and answered.move in ('move', 'agree', 'accept', 'keep')
              and (answered.created_at, answered.id) > (asked.created_at, asked.id)
              and (answered.created_at, answered.id) < (h.created_at, h.id)
              and not exists (select 1 from booking_changes undo where undo.tenant_id = answered.tenant_id
                and undo.booking_id = answered.booking_id and undo.undoes = answered.id))) as was_asked,
      (select coalesce(json_agg(json_build_object('at', k.starts_at, 'until', k.expires_at) order by k.starts_at), '[]')
        from holds k where k.tenant_id = b.tenant_id and k.booking_id = b.id and k.ended is null) as proposed
    from booking_changes h
    join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where h.tenant_id = ${scope.tenantId} and h.id = ${changeId}
      and not exists (select 1 from booking_changes undo
        where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = h.id)
      and not exists (select 1 from booking_changes later
        where later.tenant_id = h.tenant_id and later.booking_id = h.booking_id
          and (later.move in ${anew} or (later.move = 'keep' and h.move in ('ask', 'propose')))
          and (later.created_at, later.id) > (h.created_at, h.id)
          and not exists (select 1 from booking_changes undo
            where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = later.id))`);
  const body = told && words(told);
  // Of what is over by now nobody has to be told that it will not be.
  const isPast = told !== undefined && Date.parse(told.starts_at) <= now().getTime();
  if (!body || (silentWhenPast.has(told.move) && isPast)) return [];
  return inWishedWays(told, {
    template: `booking-${told.move}`,
    subject: `${told.house}: ${formatDayTime(told.starts_at, told.time_zone, told.language)}`,
    body,
    dedupeKey: `booking-change ${changeId}`,
  });
}

const silentWhenPast: ReadonlySet<Told["move"]> = new Set(["cancel", "ask", "keep"]);

/** Steps that have words of their own for the customer, or make earlier words pointless. */
const anew = sql`('accept', 'decline', 'confirm', 'release', 'expire', 'cancel', 'move', 'propose', 'agree', 'disagree',
  'complete', 'miss', 'pay')`;

function words(told: Told): string | null {
  const { house, services, reference, time_zone: zone, language } = told;
  const say = bookingWords[language];
  const what = `${services}, ${formatDayTime(told.starts_at, zone, language)}`;
  const why = told.reason ? ` ${told.reason.replace(/([^.!?])$/, "$1.")}` : "";
  const again = say.again(`${env().APP_URL}/book/${told.slug}`);
  const link = `${env().APP_URL}/b/${bookingToken(told.booking_id)}`;
  const known = `${say.reference(reference)} ${link}`;
  const money = moneyWords(told);
  const byHouse = told.by_kind === "member";
  switch (told.move) {
    case "accept":
    case "confirm":
    case "agree":
      return `${say.confirmed(house, what)} ${known}`;
    case "pay":
      return `${(told.status === "requested" ? say.andRequest : say.andExpects)(hasMoney(told), what)} ${known}`;
    case "decline":
      return `${say.declined(house, what)}${why}${money} ${again}`;
    case "release":
      return byHouse ? `${say.released(house, what)} ${again}` : null;
    case "propose": {
      // Answered or run out before this was sent.
      if (told.proposed.length === 0) return null;
      const times = told.proposed.map(({ at }) => formatDayTime(at, zone, language)).join(say.or);
      return say.proposed(house, services, times, formatDayTime(told.proposed.at(-1)!.until, zone, language), link);
    }
    case "expire":
      // Its own page offers the same once more, with everything that was typed.
      if (told.unpaid) return say.notPaid(house, what, link);
      if (told.from_status === "held") return `${say.letGo(house, what)} ${again}`;
      return `${say.notAnswered(house, what)}${money} ${say.call(told.house_phone, again)}`;
    case "move":
      // Where the house says yes by hand, another time is another question.
      if (told.status === "requested") return `${say.requested(house, what)} ${known}`;
      return `${(byHouse ? say.moved : say.youMoved)(house, what)} ${known}`;
    case "ask":
      return `${say.anotherTime(house, what)}${why} ${say.choose(link)}`;
    case "keep":
      // Whoever was never told of another time need not hear that there is none.
      if (!told.was_asked) return null;
      return (told.status === "requested" ? say.stillRequested : say.stands)(house, what, link);
    case "cancel":
      return byHouse
        ? `${say.cancelled(house, what)}${why}${money} ${again}`
        : `${say.youCancelled(house, what)}${money} ${again}`;
    case "miss":
      return `${say.missed(house, what)}${money} ${again}`;
    default:
      return null;
  }
}

/** That the house has what they paid, and that it came late where it did. */
function hasMoney({ house, paid_minor, currency, late, language }: Told): string {
  const say = bookingWords[language];
  const paid = formatMoney(Number(paid_minor), currency);
  if (!late) return say.hasMoney(house, paid);
  return (late === "own" ? say.lateOwn : say.lateAnother)(paid, house);
}

/** What comes of the deposit, as a sentence of its own. */
function moneyWords({ back_minor, kept_minor, currency, language }: Told): string {
  const say = bookingWords[language];
  const [back, kept] = [back_minor, kept_minor].map((minor) => formatMoney(Number(minor), currency));
  const comes = Number(back_minor) > 0 ? ` ${say.comesBack(back!)}` : "";
  return Number(kept_minor) > 0 ? ` ${say.keptOfDeposit(kept!)}${comes}` : comes;
}
