import type { MessageChannel } from "@/db/schema/notifications";
import { env } from "@/lib/platform/env";
import { africasTalking } from "./africastalking";
import { restsUntil } from "./breaker";
import { smtp } from "./smtp";
import type { Transport } from "./transport";
import { webPush } from "./webpush";

/** What takes these messages out of the house; null: the outbox keeps them. */
export function transportOf(channel: MessageChannel): Transport | null {
  const { SMTP_URL, MAIL_FROM, ...sms } = env();
  if (channel === "push") return webPush;
  if (channel === "email") return SMTP_URL && MAIL_FROM ? smtp(SMTP_URL, MAIL_FROM) : null;
  const { AFRICASTALKING_USERNAME: username, AFRICASTALKING_API_KEY: apiKey } = sms;
  if (!username || !apiKey) return null;
  const { AFRICASTALKING_SENDER_ID: senderId, AFRICASTALKING_BASE_URL: baseUrl } = sms;
  return africasTalking({ username, apiKey, senderId, baseUrl });
}

export const channels = ["sms", "email", "push"] as const satisfies readonly MessageChannel[];

/** The ways that end in the outbox. */
export const keptChannels = (): MessageChannel[] => channels.filter((channel) => transportOf(channel) === null);

/** Where nothing has gone one way for so long, whoever has another one is told by that. */
export const patienceWithWayMs = 8 * 60_000;

/** The ways out of the house that are open now, and those that are left alone for a while because they did not work. */
export function waysOut(): { open: MessageChannel[]; shut: MessageChannel[] } {
  const rests = (channel: MessageChannel) => {
    const transport = transportOf(channel);
    return transport && (restsUntil(transport.name) ? "shut" : "open");
  };
  return {
    open: channels.filter((one) => rests(one) === "open"),
    shut: channels.filter((one) => rests(one) === "shut"),
  };
}
