import push from "web-push";
import { env } from "@/lib/platform/env";
import { pushKeys } from "./push-keys";
import { type Outcome, patienceMs, type Transport } from "./transport";

/** What is not seen within a day is no news. */
const ttlSeconds = 86_400;
const mostBody = 600;

/** Whether a browser's address is its maker's: what anybody could name would be written to from inside of our network. */
export function isPushAddress(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, username } = new URL(endpoint);
  const known = env().PUSH_HOSTS.some((one) => host === one || host.endsWith(`.${one}`));
  return known && username === "" && (protocol === "https:" || env().APP_MODE === "test");
}

/** To a browser, by its maker, who cannot read it (RFC 8030, 8291, 8292). */
export const webPush: Transport = {
  name: "webpush",
  send: async ({ id, subject, body, browser }) => {
    if (!browser || !isPushAddress(browser.endpoint)) return { kind: "refused", why: "this browser is known no more" };
    const [words, link] = split(body);
    const payload = JSON.stringify({ title: subject, body: words.slice(0, mostBody), url: link, tag: id });
    const { publicKey, privateKey } = pushKeys();
    const request = push.generateRequestDetails(
      { endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } },
      payload,
      { TTL: ttlSeconds, vapidDetails: { subject: subjectOf(env().APP_URL), publicKey, privateKey } },
    );
    const response = await fetch(request.endpoint, {
      method: "POST",
      headers: request.headers as Record<string, string>,
      body: new Uint8Array(request.body),
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    return outcomeOf(response);
  },
};

/** The words, and the address that the last line is. */
function split(body: string): [words: string, link: string] {
  const end = body.lastIndexOf("\n");
  return end < 0 ? [body, ""] : [body.slice(0, end), body.slice(end + 1)];
}

/** Whom the maker asks when we do something wrong; it wants https or mailto. */
const subjectOf = (url: string): string => (url.startsWith("https:") ? url : "mailto:desk@localhost");

function outcomeOf(response: Response | null): Outcome {
  if (!response) return { kind: "later", why: "the browser's maker cannot be reached" };
  const { ok, status } = response;
  if (ok) return { kind: "accepted" };
  if (status === 404 || status === 410 || status === 401 || status === 403)
    return { kind: "refused", why: "this browser wants no messages any more" };
  if (status === 413) return { kind: "refused", why: "the message is too long for a browser" };
  return { kind: "later", why: `the browser's maker answers ${status}` };
}
