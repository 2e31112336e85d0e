"use server";

import { customerFormAction, type FormState } from "@/app/_server/form-action";
import { countOwnChange } from "@/lib/auth/limits";
import {
  forgetCustomerBrowser,
  keepCustomerBrowser,
  renewCustomerBrowser,
} from "@/lib/notifications/customer-browsers";
import { browserGoneInput, browserInput } from "@/lib/notifications/input";
import { portalWords } from "../portal-words";

type BrowserState = FormState & { done?: boolean };

const nothing = (): BrowserState => ({});

/**
 * This browser is told of what they are told of, while no page is open. With `renew` only one that was turned on before:
 * whoever looks at the page has asked for nothing.
 */
export const tellMeHere = customerFormAction<BrowserState>(
  "portal.own",
  nothing,
  async ({ account, own, act }, text) => {
    const words = portalWords[own.language].browser;
    const browser = browserInput.safeParse({ endpoint: text("endpoint"), p256dh: text("p256dh"), auth: text("auth") });
    if (!browser.success) return { problem: words.unknownMaker };
    const here = { ...browser.data, accountSessionId: account.sessionId };
    if (text("renew")) return { done: await act((scope) => renewCustomerBrowser(scope, own.id, here)) };
    const within = await countOwnChange("profile", account.accountId);
    if (!within.ok) return { problem: words.notNow };
    const kept = await act((scope) => keepCustomerBrowser(scope, own.id, here));
    if (kept.ok) return { done: true };
    return { problem: kept.refusal === "too_many" ? words.tooMany : words.unknownMaker };
  },
);

export const tellMeNoMore = customerFormAction<BrowserState>("portal.own", nothing, async ({ own, act }, text) => {
  const gone = browserGoneInput.safeParse({ endpoint: text("endpoint") });
  if (gone.success) await act((scope) => forgetCustomerBrowser(scope, own.id, gone.data.endpoint));
  return { done: true };
});
