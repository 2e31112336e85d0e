"use server";

import { headers } from "next/headers";
import { anyoneAction, done, stopped } from "@/app/_server/action";
import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { stoppedBy } from "@/app/_server/refusals";
import { keepSession } from "@/app/_server/sign-in-here";
import { waitingVisitor } from "@/app/_server/visitor";
import { forgetCode, keepCode } from "@/app/_server/waiting-code";
import { sayHere } from "@/app/_words/say-here";
import { askPasswordReset } from "@/lib/auth/ask-password-reset";
import { codeShape, passwordResetShape, resetByLinkShape, secondFactorShape } from "@/lib/auth/input";
import { resetPassword, resetTokenFor } from "@/lib/auth/reset-password";
import { passSecondFactor } from "@/lib/auth/second-factor";

const from = async () => requestOrigin(await headers());

export const askForReset = anyoneAction("anyone", passwordResetShape, async ({ identifier }) => {
  const asked = await askPasswordReset(identifier, await from());
  if (!asked.ok) return stoppedBy(asked);
  const { way, send } = asked.value;
  later(send);
  if (way.by === "phone") await keepCode("reset", "", { to: identifier, challenge: way.challenge });
  return done(way);
});

export const giveResetCode = anyoneAction("anyone", codeShape, async (given) => {
  const token = await resetTokenFor(given, await from());
  if (!token.ok) return stoppedBy(token);
  await forgetCode("reset");
  return done({ token: token.value });
});

export const setNewPassword = anyoneAction("anyone", resetByLinkShape, async ({ token, password }) => {
  const set = await resetPassword(token, password, await from());
  return set.ok ? done(true) : stoppedBy(set);
});

export const giveSecondFactor = anyoneAction("anyone", secondFactorShape, async ({ code }) => {
  const waiting = await waitingVisitor();
  const say = await sayHere();
  if (!waiting) return stopped(say("This sign-in has ended. Sign in again."));
  const passed = await passSecondFactor(
    { userId: waiting.user.id, sessionId: waiting.sessionId, from: await from() },
    code,
  );
  if (!passed.ok) return stoppedBy(passed);
  await keepSession(waiting.user.id, passed.value.sessionId);
  return done(true);
});
