import type { MessageChannel } from "@/db/schema/notifications";

/** A message as it leaves. */
export type Letter = {
  id: string;
  channel: MessageChannel;
  to: string;
  subject: string;
  body: string;
  house: string;
  /** What the business calls itself in letters, and where answers go; empty for nowhere. */
  fromName: string;
  replyTo: string;
  /** Of what goes to a browser: which one; null when it is known no more. */
  browser: Browser | null;
};

/** As a browser names itself to whoever may write to it (RFC 8291). */
export type Browser = { endpoint: string; p256dh: string; auth: string };

export type Outcome =
  | {
      kind: "accepted";
      providerId?: string | undefined;
      segments?: number;
      cost?: { minor: number; currency: string } | undefined;
    }
  /** Never by this way. `optedOut`: they have told the network that they want none. */
  | { kind: "refused"; why: string; optedOut?: boolean }
  /** This one another time. */
  | { kind: "later"; why: string }
  /** Nothing goes this way for now. */
  | { kind: "down"; why: string };

/** Something that takes messages out of the house. It throws nothing: what went wrong is an outcome. */
export type Transport = { name: "smtp" | "africastalking" | "webpush"; send: (letter: Letter) => Promise<Outcome> };

/** Longer than this nobody waits for a server outside, in ms. */
export const patienceMs = 20_000;
