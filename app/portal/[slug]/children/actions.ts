"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { type Customer, customerFormAction, type FormState } from "@/app/_server/form-action";
import { againWords, wishAgain } from "@/app/b/_parts/again";
import type { AgainState } from "@/app/b/[token]/again/actions";
import { guest } from "@/app/book/_parts/tenant";
import { countBooking, countOwnChange } from "@/lib/auth/limits";
import { bookForChild } from "@/lib/bookings/book-for-child";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { ownChildInput } from "@/lib/customers/file-input";
import { addOwnChild, changeOwnChild, ownChild, putBackOwnChild, removeOwnChild } from "@/lib/customers/own-children";
import { isId, newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type ChildrenWords, childrenWords } from "./words";

export type ChildState = FormState & {
  name: string;
  day: string;
  month: string;
  faults?: { name?: string | undefined; birthday?: string | undefined };
  saved?: boolean;
};

type Text = (name: string) => string;

const asTyped = (text: Text): ChildState => ({ name: text("name"), day: text("day"), month: text("month") });

/** What was typed, read; or the form again with what is wrong. */
function childIn({ name, day, month }: ChildState, words: ChildrenWords) {
  const birthday = day || month ? `${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
  const read = ownChildInput.safeParse({ name, birthday });
  if (read.success) return { child: read.data };
  const wrong = read.error.issues.map(({ path }) => String(path[0]));
  return {
    faults: {
      name: wrong.includes("name") ? words.noName : undefined,
      birthday: wrong.includes("birthday") ? words.noBirthday : undefined,
    },
  };
}

async function tooOften({ account, own }: Customer): Promise<string | undefined> {
  const within = await countOwnChange("profile", account.accountId);
  return within.ok ? undefined : waitWords(within.retryAfterSeconds, own.language);
}

const seenAt = ({ tenant }: Customer): string => `/portal/${tenant.slug}/children`;

export const addTheirs = customerFormAction("portal.own", asTyped, async (customer, _text, kept) => {
  const words = childrenWords[customer.own.language];
  const read = childIn(kept, words);
  if (!read.child) return { ...kept, faults: read.faults };
  const problem = await tooOften(customer);
  if (problem) return { ...kept, problem };
  const added = await customer.act((scope) => addOwnChild(scope, customer.own.id, read.child));
  if (!added.ok) {
    if (added.refusal === "too_many") return { ...kept, problem: words.tooMany(added.most) };
    return { ...kept, problem: added.refusal === "is_a_child" ? words.isChild : words.gone };
  }
  redirect(seenAt(customer));
});

export const changeTheirs = customerFormAction("portal.own", asTyped, async (customer, text, kept) => {
  const words = childrenWords[customer.own.language];
  const read = childIn(kept, words);
  if (!read.child) return { ...kept, faults: read.faults };
  const problem = await tooOften(customer);
  if (problem) return { ...kept, problem };
  const id = text("id");
  const changed = isId(id)
    ? await customer.act((scope) => changeOwnChild(scope, customer.own.id, id, read.child))
    : null;
  if (!changed?.ok) return { ...kept, problem: words.gone };
  revalidatePath(seenAt(customer));
  return { ...kept, saved: true };
});

const nothing = (): FormState => ({});

export const removeTheirs = customerFormAction<FormState>("portal.own", nothing, async (customer, text) => {
  const words = childrenWords[customer.own.language];
  const id = text("id");
  if (!isId(id)) return { problem: words.gone };
  const removed = await customer.act(async (scope) => ({
    child: await ownChild(scope, customer.own.id, id),
    answer: await removeOwnChild(scope, customer.own.id, id),
  }));
  const { answer, child } = removed;
  if (!answer.ok && answer.refusal === "still_coming" && child)
    return { problem: words.stillComing(child.name, answer.bookings) };
  if (!answer.ok) return { problem: words.gone };
  redirect(seenAt(customer));
});

export const putBackTheirs = customerFormAction<FormState>("portal.own", nothing, async (customer, text) => {
  const words = childrenWords[customer.own.language];
  const id = text("id");
  const back = isId(id) ? await customer.act((scope) => putBackOwnChild(scope, customer.own.id, id)) : null;
  if (back && !back.ok && back.refusal === "too_many") return { problem: words.tooMany(back.most) };
  if (!back?.ok) return { problem: words.gone };
  redirect(seenAt(customer));
});

/** The second of two taps: the time itself. */
export const bookTheirs = customerFormAction<AgainState>("portal.own", nothing, async (customer, text) => {
  const { tenant, own, from } = customer;
  const words = childrenWords[own.language];
  const childId = text("child");
  const { key, wish } = wishAgain(text);
  const again = key ? { key } : {};
  if (!wish.success || !isId(childId)) return { problem: words.choose, ...again };
  const within = await countBooking(from.address);
  if (!within.ok) return { problem: waitWords(within.retryAfterSeconds, own.language), ...again };
  // As whoever books on a public page: whose child it is was shown by the portal's session.
  const booked = await withTenant(tenant.id, { ...guest, from }, (scope) =>
    bookForChild(scope, { ownId: own.id, childId, ...wish.data }),
  );
  if (booked.ok) {
    const token = bookingToken(booked.value.id);
    redirect(booked.value.deposit ? payHref(token) : `/b/${token}`);
  }
  revalidatePath(`${seenAt(customer)}/${childId}`);
  const deposit = "depositMinor" in booked ? { deposit: booked.depositMinor ?? 0 } : {};
  return { problem: againWords(booked, own.language), key: newId(), ...deposit };
});
