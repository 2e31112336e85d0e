import nodemailer from "nodemailer";
import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";
import { letterHtml } from "./letter-html";
import { type Outcome, patienceMs, type Transport } from "./transport";

const mailer = (url: string) =>
  singleton(`smtp ${url}`, () =>
    nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    }),
  );

/** A mail server. A letter keeps its own id, so that one that is sent twice is shown once. */
export const smtp = (url: string, from: string): Transport => ({
  name: "smtp",
  send: async ({ id, to, subject, body, house, fromName, replyTo }) => {
    try {
      const sent = await mailer(url).sendMail({
        from: { name: fromName || house, address: from },
        ...(replyTo ? { replyTo } : {}),
        to: { name: "", address: to },
        subject,
        text: body,
        html: letterHtml({ house, subject, body }),
        messageId: `<${id}@${new URL(env().APP_URL).hostname}>`,
        // Nobody answers a machine's letter with another machine's.
        headers: { "auto-submitted": "auto-generated" },
      });
      return { kind: "accepted", providerId: sent.messageId };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});

type SmtpError = { code?: string; responseCode?: number; message?: string };

/** A server's 5xx about a letter is final; what it says about us, or not saying anything, stops all letters for a while. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode } = error as SmtpError;
  if (code === "EAUTH") return { kind: "down", why: "the mail server refuses our user and password" };
  if (code === "EENVELOPE" || code === "EMESSAGE") {
    if (responseCode !== undefined && responseCode < 500)
      return { kind: "later", why: `the mail server says: not now (${responseCode})` };
    return { kind: "refused", why: `the mail server refuses the address or the letter (${responseCode ?? code})` };
  }
  return { kind: "down", why: `the mail server cannot be reached (${code ?? "no answer"})` };
}
