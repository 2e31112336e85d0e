import type { Wishes } from "@/db/schema/customers";
import { toBrowsers } from "@/lib/customers/to-browsers";
import type { Language } from "@/lib/platform/format";
import type { OutgoingMessage } from "./queue-message";

/** A customer and where they are reached. */
export type Reached = {
  customer_id: string;
  phone: string | null;
  email: string | null;
  language: Language;
  wishes: Wishes;
  /** Browsers in which they asked to be told; absent where they are not asked for. */
  browsers?: string[];
};

type Words = { template: string; subject: string; body: string; dedupeKey: string };

/** The same words on every way that the customer wants to hear of their bookings, and has. */
export function inWishedWays(
  { customer_id, phone, email, wishes, browsers, language }: Reached,
  words: Words,
): OutgoingMessage[] {
  const message = { ...words, customerId: customer_id };
  return [
    ...(phone && wishes.bySms ? [{ ...message, channel: "sms" as const, to: phone }] : []),
    ...(email && wishes.byEmail
      ? [{ ...message, channel: "email" as const, to: email, dedupeKey: `${words.dedupeKey} email` }]
      : []),
    ...toBrowsers(browsers ?? [], language, message),
  ];
}
