"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { browserGoneInput, browserInput, markReadInput } from "@/lib/notifications/input";
import { markRead as mark } from "@/lib/notifications/mark-read";
import { forgetBrowser, keepBrowser } from "@/lib/notifications/push-subscriptions";

export const markRead = memberAction("notifications.read", markReadInput, async (scope, { viewer }, what) =>
  done(await mark(scope, viewer, what)),
);

const notKept = {
  unknown_maker: "This browser’s maker is not known to this server, so it cannot be written to.",
  too_many: "You have turned this on in twenty browsers. Turn it off in one that you no longer use.",
};

/** This browser is told of things while no page is open. */
export const tellHere = memberAction("notifications.read", browserInput, async (scope, { visitor }, browser) => {
  const kept = await keepBrowser(scope, { ...browser, sessionId: visitor.sessionId });
  return kept.ok ? done(kept.value) : stopped(notKept[kept.refusal], { code: kept.refusal });
});

export const tellHereNoMore = memberAction("notifications.read", browserGoneInput, async (scope, _, { endpoint }) =>
  done(await forgetBrowser(scope, endpoint)),
);
