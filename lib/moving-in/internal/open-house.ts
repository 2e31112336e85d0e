import { businessHours } from "@/db/schema/hours";
import { movesIn } from "@/db/schema/moving-in";
import { type TenantStatus, tenants } from "@/db/schema/tenants";
import { messageDefaults, type switches } from "@/lib/notifications/rules";
import { setMessageSettings } from "@/lib/notifications/settings";
import { readPhone } from "@/lib/platform/phone";
import { startTrial } from "@/lib/subscriptions/start-trial";
import { firstPolicy } from "@/lib/tenancy/first-policy";
import { type BusinessType, firstHours, isBusinessType } from "@/lib/tenancy/rules";
import type { OldRow } from "../dump";
import { type Old, oldTenant } from "./old-models";
import { bringRow, type Move, madeId, put, tell } from "./tally";

/** What a business is until its rows come in. */
export async function openHouse(move: Move, row: OldRow, slug: string): Promise<void> {
  const it = oldTenant.parse(row.fields);
  const { scope, at, timeZone, currency } = move;
  const { tenantId } = scope;
  const status = statusOf(it);
  if (status !== it.status.toLowerCase()) tell(move, row, `was ${it.status || "nothing"}: is ${status} here`);
  await scope.tx.insert(tenants).values({
    ...{ id: tenantId, slug, name: it.name || "Unnamed", businessType: typeOf(it), city: it.city, timeZone, currency },
    ...{ phone: readPhone(it.phone_number) ?? it.phone_number, email: it.email || null, status, policy: firstPolicy },
    ...{ decidedAt: status === "pending" ? null : at, createdAt: it.created_at ?? at },
    ...(/^#[0-9a-f]{6}$/i.test(it.primary_color) ? { colour: it.primary_color.toLowerCase() } : {}),
  });
  await scope.tx.insert(movesIn).values({ tenantId, createdAt: at });
  await put(scope, businessHours, hoursOf(move, row, it));
  await setMessageSettings(scope, messagesOf(it, row));
  if (status === "active" && (await startTrial(scope)))
    tell(move, row, "tries a plan as every new business does: what it paid before is not brought");
  bringRow(move, row, tenantId);
}

/** The old system looked at one of its two columns only, and one of its buttons set only one. */
function statusOf({ status, is_active }: Old<typeof oldTenant>): TenantStatus {
  const said = status.toLowerCase();
  if (said === "suspended" || said === "rejected") return said;
  return is_active || said === "active" ? "active" : "pending";
}

function typeOf({ business_type }: Old<typeof oldTenant>): BusinessType {
  const said = business_type.toLowerCase().replace(/[^a-z]+/g, "_");
  return isBusinessType(said) ? said : "multi_service";
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** `{ "monday": { "open": "09:00", "close": "18:00" } }`; a day that is missing is shut. */
function hoursOf(move: Move, row: OldRow, { business_hours }: Old<typeof oldTenant>) {
  const { tenantId } = move.scope;
  const said = (business_hours ?? {}) as Record<string, { open?: unknown; close?: unknown } | null>;
  const read = days.flatMap((day, weekday) => {
    const [fromMinute, toMinute] = [minuteOf(said[day]?.open), minuteOf(said[day]?.close)];
    return fromMinute === null || toMinute === null || toMinute <= fromMinute ? [] : { weekday, fromMinute, toMinute };
  });
  if (read.length === 0) tell(move, row, "said no opening hours: Monday to Saturday, 9 to 18");
  const { weekdays, ...usual } = firstHours;
  const hours = read.length > 0 ? read : weekdays.map((weekday) => ({ weekday, ...usual }));
  return hours.map((hour) => ({ tenantId, id: madeId(`hours ${tenantId} ${hour.weekday}`), ...hour }));
}

function minuteOf(said: unknown): number | null {
  const [, hour, minute] = (typeof said === "string" && /^([01]?\d|2[0-4]):([0-5]\d)/.exec(said)) || [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** The switches of the old system, as ours are called. What it never sent it has no say in. */
const switchOf: Record<string, keyof typeof switches> = {
  email_cust_booking_received: "booking-placed",
  email_cust_booking_approved: "booking-accept",
  email_cust_booking_rejected: "booking-decline",
  email_cust_booking_rescheduled: "booking-move",
  email_cust_booking_cancelled: "booking-cancel",
  email_cust_booking_reminder: "booking-reminder",
  email_cust_booking_noshow: "booking-miss",
};

function messagesOf({ email, email_from_name }: Old<typeof oldTenant>, { fields }: OldRow) {
  const off = new Set<string>(messageDefaults.off);
  for (const [old, ours] of Object.entries(switchOf)) {
    if (fields[old] === false) off.add(ours);
    if (fields[old] === true) off.delete(ours);
  }
  return {
    ...messageDefaults,
    fromName: email_from_name,
    replyTo: email,
    remindBefore: [...messageDefaults.remindBefore],
    off: [...off],
  };
}
