"use server";

import { done, memberAction } from "@/app/_server/action";
import { moneyStopped } from "@/app/_server/money-refused";
import { always } from "@/app/_server/proof";
import { denyPayment } from "@/lib/payments/deny-payment";
import { dismissDoubt } from "@/lib/payments/dismiss-doubt";
import { explainDay } from "@/lib/payments/explain-day";
import {
  denyInput,
  lookAgainInput,
  matchInput,
  payRefundInput,
  seenDayInput,
  seenDoubtInput,
  setAsideInput,
} from "@/lib/payments/input";
import { lookAgain } from "@/lib/payments/look-again";
import { matchReceipt } from "@/lib/payments/match-receipt";
import { payRefund } from "@/lib/payments/pay-refund";
import { setReceiptAside } from "@/lib/payments/set-receipt-aside";

export const match = memberAction("payments.match", matchInput, async (scope, _, input) => {
  const matched = await matchReceipt(scope, input);
  return matched.ok ? done(matched.value) : moneyStopped(matched);
});

export const setAside = memberAction("payments.match", setAsideInput, async (scope, _, input) => {
  const set = await setReceiptAside(scope, input);
  return set.ok ? done(set.value) : moneyStopped(set);
});

export const markSeen = memberAction("payments.match", seenDoubtInput, async (scope, _, input) => {
  const seen = await dismissDoubt(scope, input);
  return seen.ok ? done(seen.value) : moneyStopped(seen);
});

export const deny = memberAction("payments.match", denyInput, async (scope, _, input) => {
  const said = await denyPayment(scope, input);
  return said.ok ? done(said.value) : moneyStopped(said);
});

export const explain = memberAction("payments.match", seenDayInput, async (scope, _, input) => {
  const explained = await explainDay(scope, input);
  return explained.ok ? done(explained.value) : moneyStopped(explained);
});

export const askAgain = memberAction("payments.see", lookAgainInput, async (scope, _, input) => {
  const asked = await lookAgain(scope, input);
  return asked.ok ? done(asked.value) : moneyStopped(asked);
});

/** Money leaves the house. */
export const payBack = memberAction(
  "refunds.approve",
  payRefundInput,
  async (scope, _, input) => {
    const paid = await payRefund(scope, input);
    return paid.ok ? done(paid.value) : moneyStopped(paid);
  },
  always,
);
