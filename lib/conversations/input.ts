import { z } from "zod";
import { asked, id } from "@/lib/bookings/input";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedText } from "@/lib/platform/typed-text";
import { mostWords } from "./rules";

/** `id`: made where it was typed. Whose it is comes from the session. */
export const messageInput = z.object({
  id,
  words: typedText(mostWords).refine((text) => text !== "", "say something"),
});
export type MessageInput = z.output<typeof messageInput>;
/** The first to somebody who has not written yet. */
export const newConversationInput = messageInput.extend({ customerId: id });

const whole = "is not a number";
const most = 2_147_483_647;
const from = (least: number) =>
  z.preprocess(
    (given) => (typeof given === "string" ? Number(given) : given),
    z.int(whole).min(least, whole).max(most, whole),
  );
const seq = from(1);
/** What somebody wrote before they became one with another customer is numbered below 1. */
export const threadQuery = z.object({ before: asked(from(-most)) });
/** Up to which number somebody has read. */
export const readInput = z.object({ seq });

export const inboxQuery = z.object({
  q: asked(typedText(80)),
  cursor: asked(
    z
      .string()
      .refine(
        (text) => /^[01] /.test(text) && timeCursor.safeParse(text.slice(2)).success,
        "is not a place in this list",
      ),
  ),
});
export type InboxQuery = z.output<typeof inboxQuery>;
