"use server";

import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { done, selfAction, stopped } from "@/app/_server/action";
import { keepLanguage, languageHere } from "@/app/_server/language";
import { stoppedBy } from "@/app/_server/refusals";
import { selfOf } from "@/app/_server/self";
import { forgetCode, keepCode } from "@/app/_server/waiting-code";
import { sayHere } from "@/app/_words/say-here";
import { askContactChange, confirmContactChange, removeContact as remove } from "@/lib/auth/change-contact";
import { changePassword } from "@/lib/auth/change-password";
import { endSession as end, endOtherSessions as endOthers } from "@/lib/auth/end-sessions";
import {
  confirmSecondFactorShape,
  contactCodeShape,
  contactFieldShape,
  contactShape,
  passwordChangeShape,
  profileShape,
} from "@/lib/auth/input";
import { countOwnChange } from "@/lib/auth/limits";
import { changeProfile } from "@/lib/auth/profile";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "@/lib/auth/set-up-second-factor";
import { begunOf, forgetBegun, keepBegun } from "./second-factor/begun";

const nothing = z.unknown();

export const saveProfile = selfAction("self", profileShape, async (visitor, change) => {
  const within = await countOwnChange("profile", visitor.user.id);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, await languageHere()));
  await changeProfile(await selfOf(visitor), change);
  // Who comes back to sign in reads it there, too.
  if (change.language) await keepLanguage(change.language);
  return done(true);
});

export const savePassword = selfAction("self", passwordChangeShape, async (visitor, { old, fresh }) => {
  const changed = await changePassword(await selfOf(visitor), old, fresh);
  if (changed.ok) return done(true);
  return stoppedBy(changed, { password: changed.refusal === "bad_password" ? "fresh" : "old" });
});

export const askContact = selfAction("self", contactShape, async (visitor, { field, destination }) => {
  const asked = await askContactChange(await selfOf(visitor), field, destination);
  if (!asked.ok) return stoppedBy(asked);
  const { destination: to, challenge } = asked.value;
  await keepCode(`contact-${field}`, visitor.user.id, { to, challenge });
  return done(asked.value);
});

export const confirmContact = selfAction("self", contactCodeShape, async (visitor, { field, ...given }) => {
  const changed = await confirmContactChange(await selfOf(visitor), field, given);
  if (changed.ok) {
    await forgetCode(`contact-${field}`);
    return done(changed.value);
  }
  const say = await sayHere();
  // The field with the address is no longer on the screen.
  return changed.refusal === "taken"
    ? stopped(say("That already belongs to another login. Use another one."), { code: "taken" })
    : stoppedBy(changed);
});

export const removeContact = selfAction("self", contactFieldShape, async (visitor, { field }) => {
  const removed = await remove(await selfOf(visitor), field);
  return removed.ok ? done(true) : stoppedBy(removed);
});

export const beginTotp = selfAction("self", nothing, async (visitor) => {
  const begun = await beginSecondFactor(await selfOf(visitor));
  if (!begun.ok) return stoppedBy(begun);
  await keepBegun(visitor);
  return done(begunOf(begun.value));
});

export const leaveTotp = selfAction("self", nothing, async () => {
  await forgetBegun();
  return done(true);
});

export const confirmTotp = selfAction("self", confirmSecondFactorShape, async (visitor, { code }) => {
  const on = await confirmSecondFactor(await selfOf(visitor), code);
  if (!on.ok) return stoppedBy(on);
  await forgetBegun();
  return done({ codes: on.value });
});

export const renewCodes = selfAction("self", nothing, async (visitor) => {
  const renewed = await renewRecoveryCodes(await selfOf(visitor));
  return renewed.ok ? done({ codes: renewed.value }) : stoppedBy(renewed);
});

export const turnOffTotp = selfAction("self", nothing, async (visitor) => {
  const off = await turnOffSecondFactor(await selfOf(visitor));
  return off.ok ? done(true) : stoppedBy(off);
});

export const endSession = selfAction("self", z.object({ id: z.uuid() }), async (visitor, { id }) => {
  const say = await sayHere();
  if (id === visitor.sessionId) return stopped(say("This is the device you are at. Sign out instead."));
  await end(await selfOf(visitor), id);
  return done(true);
});

export const endOtherSessions = selfAction("self", nothing, async (visitor) =>
  done({ ended: await endOthers(await selfOf(visitor)) }),
);
