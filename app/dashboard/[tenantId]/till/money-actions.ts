"use server";

import { done, memberAction } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { tillAnswer } from "@/app/_server/till-refused";
import { isOwnRequest } from "@/lib/payments/own-request";
import { askRefund } from "@/lib/till/ask-refund";
import { closeDay } from "@/lib/till/close-day";
import { approveRefund, declineRefund } from "@/lib/till/decide-refund";
import { closeDrawer, moveCash, openDrawer } from "@/lib/till/drawer";
import {
  approveRefundInput,
  askRefundInput,
  closeDayInput,
  closeDrawerInput,
  decideRefundInput,
  moveCashInput,
  openDrawerInput,
} from "@/lib/till/input";

/** `waits`: whoever asked may decide as well, and somebody else does. */
export const askBack = memberAction("refunds.ask", askRefundInput, async (scope, { actor }, wish) => {
  const asked = await askRefund(scope, wish);
  if (!asked.ok) return tillAnswer(asked);
  return done({ id: asked.value.refundId, waits: await isOwnRequest(scope, actor.userId) });
});

/** Whoever may decide asks and decides in one; where there is somebody else who may, that one decides. */
export const giveBack = memberAction(
  "refunds.approve",
  askRefundInput,
  async (scope, _, wish) => {
    const asked = await askRefund(scope, wish);
    if (!asked.ok) return tillAnswer(asked);
    const given = await approveRefund(scope, asked.value);
    if (!given.ok && given.refusal !== "own_request") return tillAnswer(given);
    return done({ id: asked.value.refundId, waits: !given.ok });
  },
  always,
);

export const approve = memberAction(
  "refunds.approve",
  approveRefundInput,
  async (scope, _, wish) => tillAnswer(await approveRefund(scope, wish)),
  always,
);

export const decline = memberAction("refunds.approve", decideRefundInput, async (scope, _, { refundId }) =>
  tillAnswer(await declineRefund(scope, refundId)),
);

export const openTheDrawer = memberAction("drawer.use", openDrawerInput, async (scope, _, wish) =>
  tillAnswer(await openDrawer(scope, wish)),
);

export const moveMoney = memberAction("drawer.use", moveCashInput, async (scope, _, wish) =>
  tillAnswer(await moveCash(scope, wish)),
);

export const countTheDrawer = memberAction("drawer.use", closeDrawerInput, async (scope, _, wish) =>
  tillAnswer(await closeDrawer(scope, wish)),
);

export const closeTheDay = memberAction("day.close", closeDayInput, async (scope, _, wish) =>
  tillAnswer(await closeDay(scope, wish)),
);
