import { z } from "zod";
import { cut } from "@/lib/platform/cut";

/** The fields that are read of each model. Whatever else stands in a row is nothing to us. */

/** What Postgres takes and nobody sees is left out; words stay as they were typed. */
const words = z
  .string()
  .nullish()
  .transform((typed) =>
    (typed ?? "")
      .replaceAll("\0", "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .trim(),
  );

const id = z.union([z.string(), z.number()], "is missing").transform((value) => String(value).toLowerCase());
const maybeId = id.nullish().transform((value) => value ?? null);
const ids = z
  .array(id)
  .nullish()
  .transform((value) => value ?? []);
const yes = z
  .boolean()
  .nullish()
  .transform((value) => value ?? true);
const no = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
/** What a column of whole numbers holds. */
export const mostWhole = 2_147_483_647;
const whole = z
  .number("is not a number")
  .int("is not a whole number")
  .min(-mostWhole, "is too large")
  .max(mostWhole, "is too large")
  .nullish()
  .transform((value) => value ?? 0);

export type Amount = { minor: number; exact: boolean };
/** `1500`, `1500.00`, `-20.5`: in minor units; null for what is no amount. */
export function amountOf(typed: unknown): Amount | null {
  const text = typeof typed === "number" ? String(typed) : typed;
  if (typeof text !== "string" || !/^-?\d{1,12}(\.\d+)?$/.test(text.trim())) return null;
  const minor = Math.round(Number(text) * 100);
  return { minor, exact: Math.abs(Number(text) * 100 - minor) < 1e-6 };
}
const amount = z.unknown().transform((typed, context): Amount => {
  const read = amountOf(typed);
  if (read) return read;
  context.addIssue({ code: "custom", message: `“${cut(String(typed), 20)}” is not an amount` });
  return z.NEVER;
});

/** Whatever lies beyond was mistyped, or fits no column. */
const isOurTime = (at: Date): boolean => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 2100;

/** An instant without a zone is UTC, as the old system kept all of them. */
const instant = z.string("is missing").transform((typed, context) => {
  const at = new Date(/[zZ]$|[+-]\d{2}:?\d{2}$/.test(typed) ? typed : `${typed}Z`);
  if (isOurTime(at)) return at;
  context.addIssue({ code: "custom", message: `“${cut(typed, 20)}” is not a time` });
  return z.NEVER;
});
const maybeInstant = instant
  .nullish()
  .catch(null)
  .transform((at) => at ?? null);
const day = z.iso.date("is not a date").refine((typed) => isOurTime(new Date(typed)), "is no day of our time");

export const oldTenant = z.object({
  ...{ name: words, business_type: words, city: words, phone_number: words, email: words, status: words },
  ...{ is_active: yes, primary_color: words, email_from_name: words, created_at: maybeInstant, logo: words },
  business_hours: z.unknown(),
});
export const oldUser = z.object({
  ...{ username: words, email: words, first_name: words, last_name: words, password: words, is_active: yes },
  date_joined: maybeInstant,
});
export const oldProfile = z.object({ user: id, role: words });
export const oldStaff = z.object({
  ...{ name: words, phone: words, email: words, specialty: words, is_active: yes, user: maybeId },
  commission_percentage: z.unknown(),
  joined_date: z.string().nullish(),
});
export const oldService = z.object({
  ...{ name: words, category: words, description: words, is_active: yes, price: amount },
  duration: whole,
});
export const oldProduct = z.object({
  ...{ name: words, sku: words, price: amount, cost_price: amount, is_active: yes },
  ...{ current_stock: whole, reorder_level: whole },
});
export const oldRecipe = z.object({ service: id, product: id, quantity: whole });
export const oldCustomer = z.object({
  ...{ name: words, email: words, phone: words, status: words, location: words, notes: words, service_notes: words },
  ...{ points: whole, visit_count: whole, referral_code: words, referred_by: maybeId, is_minor: no, parent: maybeId },
  ...{ parent_contact: words, favorite_services: ids, preferred_staff: maybeId, created_at: maybeInstant },
});
export const oldBooking = z.object({
  ...{ customer: id, service: id, staff_member: maybeId, booking_date: instant, status: words, notes: words },
  ...{ booked_by_customer: maybeId, created_at: maybeInstant },
});
export const oldVisit = z.object({
  ...{ customer: id, services: ids, staff_member: maybeId, visit_date: instant, total_amount: amount },
  ...{ payment_status: words, notes: words, booking: maybeId },
});
export const oldReward = z.object({
  ...{ name: words, description: words, points_required: whole, type: words, value: words, status: words },
  ...{ expiry_date: day.nullish(), visits_required: whole, applicable_services: ids },
});
export const oldVoucher = z.object({ customer: id, reward: id, status: words, date_claimed: maybeInstant });
export const oldReview = z.object({
  ...{ customer: maybeId, user: maybeId, visit: maybeId, comment: words, reviewer_type: words, is_public: yes },
  ...{ created_at: maybeInstant },
  rating: z.number("is not a number"),
});
export const oldExpense = z.object({
  ...{ name: words, category: words, amount, description: words, expense_date: day },
});
export const oldPicture = z.object({
  ...{ staff_member: maybeId, service: maybeId, image: words, title: words, is_public: yes, created_at: maybeInstant },
});

export type Old<T extends z.ZodType> = z.output<T>;
