"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { notThereWords } from "@/app/_server/not-there";
import { always } from "@/app/_server/proof";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { sayHere } from "@/app/_words/say-here";
import { sayConsent } from "@/lib/customers/consent";
import { atCounter } from "@/lib/customers/consent-words";
import { eraseCustomer } from "@/lib/records/erase-customer";
import { apartInput, eraseInput, mergeInput, partInput, saidInput } from "@/lib/records/input";
import { mergeCustomers, type PartRefusal, partCustomers } from "@/lib/records/merge-customers";
import { tellApart } from "@/lib/records/tell-apart";
import { notYetWords } from "./not-yet-words";

const gone = phrase("This customer is no longer here.");
const same = phrase("That is one customer already.");

/** What somebody answered at the counter. */
export const noteSaid = memberAction("customers.consent", saidInput, async (scope, _, { customerId, ...said }) => {
  const wording = atCounter[said.purpose];
  const heard = await sayConsent(scope, customerId, { ...said, wording, source: "desk" });
  return heard.ok ? done(heard.value) : stopped(notThereWords(heard), { code: heard.refusal });
});

/** For good: whoever does it types the name of who is meant, and shows once more who they are themself. */
export const forgetCustomer = memberAction(
  "customers.erase",
  eraseInput,
  async (scope, _, wish) => {
    const erased = await eraseCustomer(scope, wish);
    if (erased.ok) return done(true);
    const say = await sayHere();
    const code = erased.refusal;
    if (code === "other_name")
      return stopped(say("Some fields are not right."), {
        code,
        fields: { name: ["is not the name of this customer"] },
      });
    return stopped(code === "not_yet" ? notYetWords(say, erased) : say(gone), { code });
  },
  always,
);

/** Two customers who are one person, by what was chosen of them. */
export const makeOne = memberAction("customers.merge", mergeInput, async (scope, _, wish) => {
  const merged = await mergeCustomers(scope, wish);
  if (merged.ok) return done(merged.value);
  const say = await sayHere();
  const code = merged.refusal;
  if (code === "too_long") return stopped(say(tooLong[merged.field]), { code });
  return stopped(say(code === "same" ? same : gone), { code });
});

const tooLong = {
  allergies: phrase("Together their allergies are longer than fits, and nothing of them is cut. Shorten them first."),
  notes: phrase("Together their notes are longer than fits, and nothing of them is cut. Shorten them first."),
};

/** Two who look alike are two people, or that is taken back. */
export const sayApart = memberAction("customers.merge", apartInput, async (scope, _, wish) => {
  const said = await tellApart(scope, wish);
  if (said.ok) return done(true);
  if (said.refusal === "same") return stopped((await sayHere())(same), { code: said.refusal });
  return stopped(notThereWords(said), { code: said.refusal });
});

const notParted: Record<PartRefusal["refusal"], Phrase> = {
  phone_taken: phrase("Somebody new has one of the two numbers by now, so they cannot be taken apart."),
  newer_merge: phrase("They were made one with somebody else since. Take that apart first."),
  unknown_merge: phrase("That was taken apart already, or they are no longer here."),
};

/** They were two after all. */
export const makeTwo = memberAction("customers.merge", partInput, async (scope, _, { mergeId }) => {
  const parted = await partCustomers(scope, mergeId);
  if (parted.ok) return done(parted.value);
  return stopped((await sayHere())(notParted[parted.refusal]), { code: parted.refusal });
});
