"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { qrPicture } from "@/app/_server/qr-picture";
import { queueStopped } from "@/app/_server/queue-refused";
import { env } from "@/lib/platform/env";
import { changeTurn } from "@/lib/waitlist/change-turn";
import { takeTicketInput, turnInput } from "@/lib/waitlist/input";
import { isTicket } from "@/lib/waitlist/list-turns";
import { takeTicket } from "@/lib/waitlist/take-ticket";
import { undoTurn } from "@/lib/waitlist/undo-turn";
import { waitToken } from "@/lib/waitlist/wait-tokens";

const id = z.uuid("is not an id").toLowerCase();

/** A number for somebody who is here, with the link that their phone reads from the screen. */
export const giveTicket = memberAction("queue.keep", takeTicketInput, async (scope, _, input) => {
  const taken = await takeTicket(scope, input);
  if (!taken.ok) return queueStopped(taken);
  const link = `${env().APP_URL}/q/${waitToken("ticket", taken.value.id)}`;
  return done({ ...taken.value, link, picture: qrPicture(link) });
});

/** The link of a ticket once more, for who has lost it. */
export const showTicket = memberAction("queue.keep", z.object({ id }), async (scope, _, wish) => {
  if (!(await isTicket(scope, wish.id))) return queueStopped({ refusal: "unknown_ticket" });
  const link = `${env().APP_URL}/q/${waitToken("ticket", wish.id)}`;
  return done({ link, picture: qrPicture(link) });
});

export const turn = memberAction("queue.keep", turnInput.extend({ id }), async (scope, _, input) => {
  const turned = await changeTurn(scope, input);
  return turned.ok ? done(turned.value) : queueStopped(turned);
});

export const takeTurnBack = memberAction("queue.keep", z.object({ id, stepId: id }), async (scope, _, wish) => {
  const undone = await undoTurn(scope, wish);
  return undone.ok ? done(undone.value) : queueStopped(undone);
});
