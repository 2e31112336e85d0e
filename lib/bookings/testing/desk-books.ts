import type { House } from "@/db/testing/house";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Answer, bookSlot, type How } from "../book-slot";
import { bookSlotInput } from "../input";
import type { AskedLine } from "../list-open-slots";
import { placeHold } from "../place-hold";

const zone = "Africa/Nairobi";
const guest: Actor = { kind: "public", via: "page" };

/** An instant of tomorrow, or of `day` days on. */
export const hourOf = (hour: number, day = 1): Date => atMinute(addDays(localDate(now(), zone), day), hour * 60, zone);

type Wish = {
  at?: Date;
  phone?: string;
  seen?: { totalMinor: number; terms?: string; depositMinor?: number };
  name?: string;
};

/** The first service by the first person, through any of the doors. */
export function bookAs(house: House, actor: Actor, how: How, wish: Wish = {}): Promise<Answer> {
  const input = bookSlotInput.parse({
    lines: [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }],
    startsAt: (wish.at ?? hourOf(10)).toISOString(),
    customer: { name: wish.name ?? "Chebet", phone: wish.phone ?? "0711550010" },
    seen: wish.seen,
  });
  return withTenant(house.tenantId, actor, (scope) => bookSlot(scope, input, how));
}

type Choice = { at?: Date; visitor?: string; instead?: string; staff?: number; lines?: AskedLine[] };

/** What a visitor of the public page has chosen. */
export const choose = (house: House, wish: Choice = {}) =>
  withTenant(house.tenantId, guest, (scope) =>
    placeHold(scope, {
      lines: wish.lines ?? [{ serviceId: house.serviceIds[0]!, staffId: house.staffIds[wish.staff ?? 0] }],
      startsAt: wish.at ?? hourOf(10),
      visitor: wish.visitor ?? newId(),
      instead: wish.instead,
    }),
  );

export async function must<T>(answer: Promise<{ ok: true; value: T } | { ok: false; refusal: string }>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.refusal);
  return given.value;
}
