import type { CancellationTerms } from "@/db/schema/tenants";
import type { KnownBy } from "@/lib/customers/customer-by-phone";
import { env } from "@/lib/platform/env";
import type { IdempotencyKey } from "@/lib/platform/idempotency";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import type { BookSlotInput } from "./input";
import { type Candidates, candidates, involved } from "./internal/candidates";
import { answeredBefore, decide, look } from "./internal/decide";
import { type House, loadHouse } from "./internal/house";
import { mayOverbook } from "./internal/may-overbook";
import type { OpenSlot } from "./list-open-slots";
import { lockTime } from "./take-time";

export type Booked = {
  id: string;
  reference: string;
  status: "confirmed" | "requested" | "held";
  startsAt: string;
  endsAt: string;
  /** It is promised once this is paid, and held until then. */
  deposit?: { amountMinor: number; currency: string; expiresAt: string };
};
export type BookRefusal =
  | { refusal: "slot_taken"; alternatives: OpenSlot[] }
  /** Nothing is booked before the new price and the new terms have been seen. */
  | ({ refusal: "price_changed" } & Offer)
  | ({ refusal: "terms_changed" } & Offer)
  /** More is to be paid beforehand than was shown. */
  | ({ refusal: "deposit_changed" } & Offer)
  | { refusal: "not_yours" }
  | { refusal: "invalid"; fields: Record<string, string[]> }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  | { refusal: "not_open" }
  | { refusal: "too_many_open"; most: number }
  | { refusal: "too_many_that_day"; most: number }
  /** For this customer the house books itself; why is between the two of them. */
  | { refusal: "call_us" }
  | { refusal: "key_reused" };
export type Answer = Result<Booked, BookRefusal>;

/** What it costs now, of that beforehand, and on which terms. */
export type Offer = {
  totalMinor: number;
  currency: string;
  terms: CancellationTerms | null;
  depositMinor: number | null;
};

export type How = {
  source: "public" | "api" | "desk";
  idempotency?: IdempotencyKey | undefined;
  /** Time that was kept for this very visitor is not in their way. */
  hold?: string | undefined;
  /** Held for so long instead of booked, where the house need not say yes first. */
  holdMinutes?: number | undefined;
  /** Whoever books has shown that the number is theirs: what the house knows of its visits is known of them. */
  isProven?: boolean | undefined;
  /** At the desk: held until a deposit is paid, as the rules ask for one. */
  asksDeposit?: boolean | undefined;
  /** It comes in with a file of many: the house hears of the file, and the customer only where that is wished. */
  imported?: { tells: boolean } | undefined;
  /** It is made up, for a house that may not be open yet. */
  isSample?: true | undefined;
  /** At the desk: even over what is taken, by who may do that. */
  anyway?: { reason: string } | undefined;
};

/** For whoever has the number that was typed, or for one of the tenant's customers, who may have none. */
export type SlotWish = Omit<BookSlotInput, "customer"> & {
  customer: BookSlotInput["customer"] | { id: string; isNew?: true; name: string; email?: string | undefined };
};

/** Books a visit of one or more services in a row. The same engine that offered the time decides, on fresh rows under locks. */
export async function bookSlot(scope: Scope, input: SlotWish, how: How): Promise<Answer> {
  if (how.anyway && !mayOverbook(scope.actor)) return refuse("not_yours");
  const asked = await readWish(scope, input, how);
  // What was answered once stays so, whatever the business has changed since.
  if (!asked.ok) return (await answeredBefore(scope, how)) ?? asked;
  const wish = asked.value;
  // One packet; Postgres answers in order, so what is read after the locks is read under them.
  const [, earlier, seen] = await Promise.all([lockWish(scope, wish), answeredBefore(scope, how), look(scope, wish)]);
  if (earlier) return earlier;
  if (how.source !== "desk" && seen.customer?.blocked) return refuse("call_us");
  // Whoever holds the desk's trust may book more; a number on a public page may not fill the diary.
  const most = env().OPEN_BOOKINGS_PER_PHONE;
  if (how.source !== "desk" && (seen.customer?.openBookings ?? 0) >= most) return refuse("too_many_open", { most });
  return decide(scope, wish, seen);
}

/** What is wanted, as the house sells it now: nobody changes its rules until this transaction ends. */
export async function readWish(scope: Scope, input: SlotWish, how: How): Promise<Result<Wish, WishRefusal>> {
  const who = knownBy(input.customer);
  if (!who)
    return refuse("invalid", {
      fields: { "customer.phone": ["is not a number we can call: write it like 0712 345 678"] },
    });
  const ids = input.lines.map(({ serviceId }) => serviceId);
  const [, house] = await Promise.all([holdRules(scope), loadHouse(scope, ids)]);
  const wanted = candidates(house, input.lines);
  const isOpen = house.status === "active" || (how.isSample === true && house.status === "pending");
  if (!isOpen || !wanted.found) return obstacle(isOpen, wanted);
  return ok({ house, lines: wanted.found, input, how, who });
}

type WishRefusal = Extract<
  BookRefusal,
  { refusal: "invalid" } | { refusal: "not_open" } | { refusal: "unknown_service" } | { refusal: "unknown_staff" }
>;

/** All that a decision needs to know, besides the time already taken. */
export type Wish = {
  house: House;
  lines: Candidates;
  input: SlotWish;
  how: How;
  who: KnownBy;
};

function knownBy(customer: SlotWish["customer"]): KnownBy | null {
  if ("id" in customer) return { customerId: customer.id, ...(customer.isNew ? { isNew: true } : {}) };
  const phone = readPhone(customer.phone);
  return phone ? { phone } : null;
}

function obstacle(isOpen: boolean, wanted: ReturnType<typeof candidates>) {
  if (!isOpen) return refuse("not_open");
  return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
}

export function lockWish(scope: Scope, { lines, who }: Wish): Promise<void> {
  const { staffIds, resourceIds } = involved(lines);
  return lockTime(scope, [...staffIds, ...resourceIds], "phone" in who ? who.phone : who.customerId);
}
