import { z } from "zod";
import { smsSegments } from "@/lib/platform/sms-segments";
import { type Outcome, patienceMs, type Transport } from "./transport";

type Account = { username: string; apiKey: string; senderId?: string | undefined; baseUrl?: string | undefined };

const answer = z.object({
  SMSMessageData: z.object({
    Message: z.string().default(""),
    Recipients: z
      .array(
        z.object({
          statusCode: z.coerce.number(),
          status: z.string().default(""),
          cost: z.string().optional(),
          messageId: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

const hostOf = ({ baseUrl, username }: Account) =>
  baseUrl ?? `https://api.${username === "sandbox" ? "sandbox." : ""}africastalking.com`;

/** Africa's Talking, one number a request: each message has words of its own. */
export const africasTalking = (account: Account): Transport => ({
  name: "africastalking",
  send: async ({ to, body }) => {
    const form = new URLSearchParams({ username: account.username, to, message: body, bulkSMSMode: "1", enqueue: "1" });
    if (account.senderId) form.set("from", account.senderId);
    const response = await fetch(`${hostOf(account)}/version1/messaging`, {
      method: "POST",
      headers: { apikey: account.apiKey, accept: "application/json" },
      body: form,
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (!response) return { kind: "down", why: "Africa's Talking cannot be reached" };
    const text = await response.text().catch(() => "");
    if (response.status === 401) return { kind: "down", why: "Africa's Talking refuses our username and key" };
    if (response.status === 400 || response.status === 413 || response.status === 422)
      return { kind: "refused", why: `Africa's Talking does not take it (${response.status})` };
    if (!response.ok) return { kind: "down", why: `Africa's Talking answers ${response.status}` };
    const read = answer.safeParse(jsonOf(text));
    return read.success
      ? outcomeOf(read.data, body)
      : { kind: "later", why: "Africa's Talking's answer is unreadable" };
  },
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What its status codes mean for a message: accepted, ours to mend, this number's, or the network's. */
function outcomeOf({ SMSMessageData: { Message, Recipients } }: z.output<typeof answer>, body: string): Outcome {
  const [recipient] = Recipients;
  // Accepted as a request, and sent to nobody: the reason stands in words.
  if (!recipient) return { kind: "down", why: `Africa's Talking sent nothing: ${Message.slice(0, 200)}` };
  const { statusCode, status, cost, messageId } = recipient;
  if (statusCode >= 100 && statusCode <= 102)
    return { kind: "accepted", providerId: messageId, segments: smsSegments(body), cost: costOf(cost) };
  if (statusCode === 405) return { kind: "down", why: "the account with Africa's Talking has no money left" };
  if (statusCode === 402) return { kind: "down", why: "Africa's Talking does not know our sender id" };
  if (statusCode === 406 || statusCode === 409)
    return { kind: "refused", why: "they have asked their network for no messages", optedOut: true };
  if (statusCode === 407 || statusCode >= 500)
    return { kind: "later", why: `the network does not take it (${status})` };
  return { kind: "refused", why: `the number cannot be reached (${status})` };
}

/** `KES 0.8000`; what is less than a cent costs one. */
function costOf(cost: string | undefined): { minor: number; currency: string } | undefined {
  const read = /^([A-Z]{3}) (\d+(?:\.\d+)?)$/.exec(cost ?? "");
  return read ? { currency: read[1]!, minor: Math.ceil(Number(read[2]) * 100 - 1e-6) } : undefined;
}
