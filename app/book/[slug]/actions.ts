"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { borrowsSession } from "@/app/_server/origin";
import { tellFull } from "@/app/_server/over-plan";
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
import { formatMoney, formatTime, formatWait, type Language } from "@/lib/platform/format";
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
import { publicWords } from "../_parts/public-words";
import { guest } from "../_parts/tenant";
import { askedLines, type ChosenLine, linesIn } from "../_parts/visit";
import { fieldSentence, readablePhone } from "../_parts/words";
import { type FormState, nothingTyped, type TypedField, typedFields } from "./details/form-state";
import { taken } from "./details/taken";
import { type BookWords, bookWords, faultsIn } from "./words";

/** Books what the form says, or hands everything typed back with what is in the way. */
export async function placeBooking(before: FormState | undefined, form: FormData): Promise<FormState> {
  const text = formText(form);
  const language = await languageHere();
  const words = bookWords[language];
  const key = /^[\w-]{8,100}$/.test(text("key")) ? text("key") : null;
  const marketing = text("marketing") !== "";
  const blank = { ...nothingTyped, marketing, kept: before?.kept ?? null, key };
  const typed = Object.fromEntries(typedFields.map((name) => [name, text(name).slice(0, 2_000)])) as FormState["typed"];
  const tenant = await findTenant(text("slug"));
  if (!tenant) return { ...blank, typed, over: true, notice: { title: words.noHouse, text: words.nothingBooked } };

  if (text("again")) return { ...blank, typed, ...(await keptAnew(tenant, text, language)) };

  const lines = linesIn(text);
  const input = bookSlotInput.safeParse({
    lines: askedLines(lines),
    // A button of another time wins over the time chosen first.
    startsAt: text("startsAt") || text("at"),
    customer: { name: typed.name, phone: typed.phone, email: typed.email.trim(), language },
    notes: typed.notes,
    ...(marketing ? { marketing: shown.marketing } : {}),
    seen: { totalMinor: Number(text("seen")), terms: text("terms"), depositMinor: Number(text("deposit")) },
  });
  if (!input.success) return { ...blank, typed, ...wrongFields(fieldErrors(input.error), language) };

  const asked = await headers();
  if (borrowsSession(asked)) return { ...blank, typed, ...trouble(words) };
  const within = await countBooking(addressOf(asked));
  if (!within.ok) return { ...blank, typed, ...tooOften(within.retryAfterSeconds, language) };
  // The same booking, whatever it was read in when it was tried again.
  const { language: _, ...customer } = input.data.customer;
  const idempotency = key ? idempotencyKey("book-page", key, { ...input.data, customer }) : undefined;
  const hold = await keptHold();
  const account = await currentAccount();
  const isProven = account !== null && account.phone === readPhone(input.data.customer.phone);
  const booked = await withTenant(
    tenant.id,
    guest,
    (scope) => bookSlot(scope, input.data, { source: "public", idempotency, hold, isProven }),
    { planned: "once" },
  ).catch(async (error: unknown) => {
    if (isOverPlan(error)) {
      await tellFull(error);
      return "full" as const;
    }
    log().error({ err: error }, "booking from the page failed");
    return null;
  });
  if (booked === "full") return { ...blank, typed, notice: { title: words.noNew, text: words.noNewAbout } };
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
  return { ...blank, typed, ...(booked ? await refused(booked, tenant, seen, language) : trouble(words)) };
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
async function keptAnew(
  tenant: PublicTenant,
  text: (name: string) => string,
  language: Language,
): Promise<Partial<FormState>> {
  const notKept = { title: bookWords[language].notKept, text: bookWords[language].notKeptAbout };
  const startsAt = bookSlotInput.shape.startsAt.safeParse(text("at"));
  const lines = linesIn(text);
  if (!startsAt.success || lines.length === 0) return wrongFields({}, language);
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

/** The key travels with the form, so trying again cannot book twice. */
const trouble = ({ trouble: title, troubleAbout: text }: BookWords): Partial<FormState> => ({
  notice: { title, text },
});

const tooOften = (seconds: number, language: Language): Partial<FormState> => ({
  notice: { title: bookWords[language].often, text: bookWords[language].oftenAbout(formatWait(seconds, language)) },
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

async function refused(
  refusal: Refused,
  tenant: PublicTenant,
  seen: Seen,
  language: Language,
): Promise<Partial<FormState>> {
  const words = bookWords[language];
  const phone = readablePhone(tenant.phone);
  const over = (title: string, text: string): Partial<FormState> => ({ over: true, notice: { title, text } });
  switch (refusal.refusal) {
    case "invalid":
      return wrongFields(refusal.fields, language);
    case "slot_taken":
      return taken(refusal.alternatives, tenant, seen.lines);
    case "price_changed":
    case "terms_changed":
    case "deposit_changed":
      return anotherOffer(refusal, seen, language);
    case "key_reused":
      return { ...over(words.sentBefore, words.sentBeforeAbout), key: null };
    case "too_many_open":
      return over(words.manyOpen(refusal.most), words.anotherByPhone(tenant.name, phone));
    case "too_many_that_day":
      return over(words.dayTaken, words.dayTakenAbout(refusal.most, tenant.name, phone));
    case "call_us":
      return over(words.notOnline, words.pleaseCall(tenant.name, phone));
    case "not_open":
      return over(words.noOnline, words.pleaseCall(tenant.name, phone));
    case "unknown_service":
    case "unknown_staff":
    case "not_yours":
      return over(words.noLonger, words.chooseAnew);
  }
}

/** Old and new, side by side; booking again accepts what is new. */
function anotherOffer(
  { totalMinor, currency, terms, depositMinor }: Offer,
  seen: Seen,
  language: Language,
): Partial<FormState> {
  const said = bookWords[language];
  const money = (minor: number) => formatMoney(minor, currency);
  const visit = { startsAt: seen.startsAt, at: now() };
  const [words, before] = [termsWords(terms, totalMinor, currency, visit, language), seen.termsWords];
  const isPrice = totalMinor !== seen.totalMinor;
  const due = depositMinor ?? 0;
  const isDue = due > seen.depositMinor;
  const deposit = depositWords({ depositMinor, totalMinor, currency, terms }, visit, language);
  const title = isPrice ? said.priceNow(money(totalMinor)) : isDue ? said.dueNow(money(due)) : said.termsNow;
  const sentences = [
    ...(isPrice ? [said.priceWas(money(seen.totalMinor))] : []),
    ...(isDue ? [deposit] : []),
    ...(isDue && seen.depositMinor > 0 ? [said.dueWas(money(seen.depositMinor))] : []),
    ...(termsSeen(terms) === seen.terms ? [] : [words || said.freeNow, said.before(before || said.wasFree)]),
    said.ifItSuits,
  ];
  return {
    totalMinor,
    terms: { seen: termsSeen(terms), words },
    deposit: { minor: due, words: deposit },
    notice: { title, text: sentences.join(" ") },
  };
}

/** Faults of what was typed stand at their fields; any other means the address was changed by hand. */
function wrongFields(fields: Record<string, string[]>, language: Language): Partial<FormState> {
  const words = bookWords[language];
  const { name, phone } = publicWords[language];
  const labels: Record<TypedField, string> = { name, phone, email: words.email, notes: words.notes };
  const errors: FormState["errors"] = {};
  for (const [path, [message = "is not right"]] of Object.entries(fields)) {
    const field = path.split(".").at(-1) as TypedField;
    if (typedFields.includes(field))
      errors[field] = faultsIn[language]?.[field] ?? fieldSentence(labels[field], message);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { over: true, notice: { title: words.noLonger, text: words.chooseTimeAnew } };
}
