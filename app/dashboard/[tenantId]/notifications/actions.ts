"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { browserGoneInput, markReadInput, tellHereInput } from "@/lib/notifications/input";
import { markRead as mark } from "@/lib/notifications/mark-read";
import { forgetBrowser, keepBrowser, renewBrowser } from "@/lib/notifications/push-subscriptions";

export const markRead = memberAction("notifications.read", markReadInput, async (scope, { viewer }, what) =>
  done(await mark(scope, viewer, what)),
);

const notKept = {
  unknown_maker: phrase("This browser’s maker is not known to this server, so it cannot be written to."),
  too_many: phrase("You have turned this on in twenty browsers. Turn it off in one that you no longer use."),
};

/** This browser is told of things while no page is open. */
export const tellHere = memberAction("notifications.read", tellHereInput, async (scope, { visitor }, wish) => {
  const { renew, ...browser } = wish;
  const here = { ...browser, sessionId: visitor.sessionId };
  if (renew) return done(await renewBrowser(scope, here));
  const kept = await keepBrowser(scope, here);
  if (kept.ok) return done(true);
  const say = await sayHere();
  return stopped(say(notKept[kept.refusal]), { code: kept.refusal });
});

export const tellHereNoMore = memberAction("notifications.read", browserGoneInput, async (scope, _, { endpoint }) =>
  done(await forgetBrowser(scope, endpoint)),
);
