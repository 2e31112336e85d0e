"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { formText } from "@/app/_server/form";
import { later } from "@/app/_server/later";
import { borrowsSession } from "@/app/_server/origin";
import { fullWords, tellFull } from "@/app/_server/over-plan";
import { countBooking } from "@/lib/auth/limits";
import { type BookRefusal, bookSlot, type Offer } from "@/lib/bookings/book-slot";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookSlotInput } from "@/lib/bookings/input";
import { nearestTo } from "@/lib/bookings/nearest-to";
import { termsSeen, termsWords } from "@/lib/bookings/terms";
import { shown } from "@/lib/customers/consent-words";
import { addressOf } from "@/lib/platform/client-address";
import { now } from "@/lib/platform/clock";
import { fieldErrors } from "@/lib/platform/field-errors";
import { formatMoney, formatTime, formatWait } from "@/lib/platform/format";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { log } from "@/lib/platform/log";
import { readPhone } from "@/lib/platform/phone";
import { referralCookie, referralShape } from "@/lib/platform/referral";
import { tieReferral } from "@/lib/rewards/tie-referral";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { isOverPlan } from "@/lib/tenancy/plan-room";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { keepTime } from "../_parts/keep-time";
import { keptHold } from "../_parts/kept-hold";
import { guest } from "../_parts/tenant";
import { askedLines, type ChosenLine, linesIn } from "../_parts/visit";
import { fieldSentence, readablePhone } from "../_parts/words";
import { type FormState, nothingTyped, type TypedField, typedFields } from "./details/form-state";
import { taken } from "./details/taken";

const labels: Record<TypedField, string> = { name: "Name", phone: "Phone", email: "E-mail", notes: "Notes" };

/** Books what the form says, or hands everything typed back with what is in the way. */
export async function placeBooking(before: FormState | undefined, form: FormData): Promise<FormState> {
  const text = formText(form);
  const key = /^[\w-]{8,100}$/.test(text("key")) ? text("key") : null;
  const marketing = text("marketing") !== "";
  const blank = { ...nothingTyped, marketing, kept: before?.kept ?? null, key };
  const typed = Object.fromEntries(typedFields.map((name) => [name, text(name).slice(0, 2_000)])) as FormState["typed"];
  const tenant = await findTenant(text("slug"));
  if (!tenant) return { ...blank, typed, over: true, notice: gone };

  if (text("again")) return { ...blank, typed, ...(await keptAnew(tenant, text)) };

  const lines = linesIn(text);
  const input = bookSlotInput.safeParse({
    lines: askedLines(lines),
    // A button of another time wins over the time chosen first.
    startsAt: text("startsAt") || text("at"),
    customer: { name: typed.name, phone: typed.phone, email: typed.email.trim() },
    notes: typed.notes,
    ...(marketing ? { marketing: shown.marketing } : {}),
    seen: { totalMinor: Number(text("seen")), terms: text("terms"), depositMinor: Number(text("deposit")) },
  });
  if (!input.success) return { ...blank, typed, ...wrongFields(fieldErrors(input.error)) };

  const asked = await headers();
  if (borrowsSession(asked)) return { ...blank, typed, ...trouble };
  const within = await countBooking(addressOf(asked));
  if (!within.ok) return { ...blank, typed, ...tooOften(within.retryAfterSeconds) };
  const idempotency = key ? idempotencyKey("book-page", key, input.data) : undefined;
  const hold = await keptHold();
  const account = await currentAccount();
  const isProven = account !== null && account.phone === readPhone(input.data.customer.phone);
  const booked = await withTenant(tenant.id, guest, (scope) =>
    bookSlot(scope, input.data, { source: "public", idempotency, hold, isProven }),
  ).catch(async (error: unknown) => {
    if (isOverPlan(error)) {
      await tellFull(error);
      return "full" as const;
    }
    log().error({ err: error }, "booking from the page failed");
    return null;
  });
  if (booked === "full") return { ...blank, typed, notice: { title: "No new customers online", text: fullWords } };
  if (booked?.ok) {
    await tellWhoSent(tenant.id, booked.value.id, isProven);
    const token = bookingToken(booked.value.id);
    redirect(booked.value.deposit ? payHref(token) : `/b/${token}`);
  }
  const seen = {
    totalMinor: Number(text("seen")),
    terms: text("terms"),
    termsWords: text("termsWords").slice(0, 300),
    depositMinor: Number(text("deposit")),
    startsAt: input.data.startsAt,
    lines,
  };
  return { ...blank, typed, ...(booked ? await refused(booked, tenant, seen) : trouble) };
}

/** Whoever came by a friend's link is tied to that friend; the booking stands whatever becomes of it. */
async function tellWhoSent(tenantId: string, bookingId: string, isProven: boolean): Promise<void> {
  const code = (await cookies()).get(referralCookie)?.value ?? "";
  if (!referralShape.test(code)) return;
  later(async () => {
    await withTenant(tenantId, guest, (scope) => tieReferral(scope, { code, bookingId, isProven }));
  });
}

/** The time that was kept no longer is kept again; or it is gone, and what is free near it is shown. */
async function keptAnew(tenant: PublicTenant, text: (name: string) => string): Promise<Partial<FormState>> {
  const startsAt = bookSlotInput.shape.startsAt.safeParse(text("at"));
  const lines = linesIn(text);
  if (!startsAt.success || lines.length === 0) return wrongFields({});
  const chosen = { lines: askedLines(lines), startsAt: startsAt.data };
  const held = await keepTime(tenant.id, chosen);
  if (held?.ok) {
    const until = held.value.expiresAt;
    return { kept: { until, words: formatTime(until, tenant.timeZone) } };
  }
  // In trouble, or too often: Book says the rest.
  if (!held) return { notice: notKept };
  const near = await readTenant(tenant.id, guest, (scope) => nearestTo(scope, chosen));
  return near ? taken(near, tenant, lines) : { notice: notKept };
}

const notKept = {
  title: "This time cannot be kept for you again just now",
  text: "It may still be free: press Book before somebody else does.",
};

const gone = { title: "This business is no longer here", text: "Nothing was booked." };

/** The key travels with the form, so trying again cannot book twice. */
const trouble: Partial<FormState> = {
  notice: {
    title: "That did not go through",
    text: "Please press Book again in a moment. You will not be booked twice.",
  },
};

const tooOften = (seconds: number): Partial<FormState> => ({
  notice: {
    title: "That was often",
    text: `Many bookings came from your network just now. Please press Book again in ${formatWait(seconds)}.`,
  },
});

/** What the page showed. */
type Seen = {
  totalMinor: number;
  terms: string;
  termsWords: string;
  depositMinor: number;
  startsAt: Date;
  lines: ChosenLine[];
};
type Refused = { ok: false } & BookRefusal;

async function refused(refusal: Refused, tenant: PublicTenant, seen: Seen): Promise<Partial<FormState>> {
  switch (refusal.refusal) {
    case "invalid":
      return wrongFields(refusal.fields);
    case "slot_taken":
      return taken(refusal.alternatives, tenant, seen.lines);
    case "price_changed":
    case "terms_changed":
    case "deposit_changed":
      return anotherOffer(refusal, seen);
    case "key_reused":
      return {
        over: true,
        key: null,
        notice: {
          title: "This form has been sent before",
          text: "With other details, and that booking stands. To make another one, choose a time again.",
        },
      };
    case "too_many_open":
      return {
        over: true,
        notice: {
          title: `This phone has ${refusal.most} bookings to come`,
          text: `To make another one please call ${tenant.name}: ${readablePhone(tenant.phone)}.`,
        },
      };
    case "too_many_that_day":
      return {
        over: true,
        notice: {
          title: "That day is yours already",
          text: `${refusal.most === 1 ? "One visit" : `${refusal.most} visits`} a day can be booked online. Please choose another day, or call ${tenant.name}: ${readablePhone(tenant.phone)}.`,
        },
      };
    case "call_us":
      return {
        over: true,
        notice: {
          title: "This booking cannot be made online",
          text: `Please call ${tenant.name}: ${readablePhone(tenant.phone)}.`,
        },
      };
    case "not_open":
      return {
        over: true,
        notice: {
          title: "No online bookings for now",
          text: `Please call ${tenant.name}: ${readablePhone(tenant.phone)}.`,
        },
      };
    case "unknown_service":
    case "unknown_staff":
    case "not_yours":
      return { over: true, notice: { title: "This can no longer be booked", text: "Please choose again." } };
  }
}

/** Old and new, side by side; booking again accepts what is new. */
function anotherOffer({ totalMinor, currency, terms, depositMinor }: Offer, seen: Seen): Partial<FormState> {
  const visit = { startsAt: seen.startsAt, at: now() };
  const [words, before] = [termsWords(terms, totalMinor, currency, visit), seen.termsWords];
  const isPrice = totalMinor !== seen.totalMinor;
  const due = depositMinor ?? 0;
  const deposit = depositWords({ depositMinor, totalMinor, currency, terms }, visit);
  const title = isPrice
    ? `The price is now ${formatMoney(totalMinor, currency)}`
    : due > seen.depositMinor
      ? `${formatMoney(due, currency)} is to be paid now`
      : "The terms have changed";
  const price = isPrice ? `It was ${formatMoney(seen.totalMinor, currency)} when you opened this page. ` : "";
  const rules =
    termsSeen(terms) === seen.terms
      ? ""
      : `${words || "Cancelling is free now."} Before: ${before || "cancelling was free."} `;
  const first =
    due > seen.depositMinor
      ? `${deposit} ${seen.depositMinor > 0 ? `It was ${formatMoney(seen.depositMinor, currency)} before. ` : ""}`
      : "";
  return {
    totalMinor,
    terms: { seen: termsSeen(terms), words },
    deposit: { minor: due, words: deposit },
    notice: { title, text: `${price}${first}${rules}Nothing is booked yet; press Book if it suits you.` },
  };
}

/** Faults of what was typed stand at their fields; any other means the address was changed by hand. */
function wrongFields(fields: Record<string, string[]>): Partial<FormState> {
  const errors: FormState["errors"] = {};
  for (const [path, [message = "is not right"]] of Object.entries(fields)) {
    const name = path.split(".").at(-1) as TypedField;
    if (typedFields.includes(name)) errors[name] = fieldSentence(labels[name], message);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { over: true, notice: { title: "This can no longer be booked", text: "Please choose a time again." } };
}
