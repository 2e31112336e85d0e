import type { DarajaAccount } from "./account";
import type { DarajaDeps, NotSent, Rejected, Unknown } from "./client";
import { ask, isRecord } from "./internal/ask";
import { readAmount, readId, readText } from "./internal/fields";
import { refusalOf } from "./internal/refusals";
import { hasBannedWord, isPublicUrl } from "./internal/urls";
import { readNairobi } from "./nairobi-time";

export type RegisterAnswer = { kind: "registered" } | { kind: "already" } | Rejected | NotSent | Unknown;

/** Tells Safaricom where to report what customers pay by typing the number. In live use this can be done once. */
export async function registerC2b(
  deps: DarajaDeps,
  account: DarajaAccount,
  urls: { confirmationUrl: string; validationUrl: string },
): Promise<RegisterAnswer> {
  for (const [field, url] of Object.entries(urls))
    if (!isPublicUrl(url) || hasBannedWord(url))
      return { kind: "rejected", why: "input", code: field, message: `${field} cannot be registered` };
  const answer = await ask(deps, account, "/mpesa/c2b/v2/registerurl", {
    ShortCode: account.shortcode,
    // A payment that nobody could look at in time goes through.
    ResponseType: "Completed",
    ConfirmationURL: urls.confirmationUrl,
    ValidationURL: urls.validationUrl,
  });
  if (answer.kind === "body")
    return String(answer.body.ResponseCode) === "0"
      ? { kind: "registered" }
      : { kind: "unknown", detail: "no success" };
  if (answer.kind === "error" && /already registered|duplicate notification/i.test(answer.message))
    return { kind: "already" };
  return refusalOf(answer);
}

export type Confirmation =
  | {
      kind: "confirmation";
      receipt: string;
      amountKes: number;
      shortcode: string;
      /** Typed by the customer: shown, never trusted. */
      reference: string;
      /** Masked, and no more than a hint. */
      phone: string;
      name: string;
      at: Date | null;
    }
  | { kind: "malformed" };

/** The body of a confirmation and of the validation before it; in a validation nothing is paid yet. */
export function parseConfirmation(body: unknown): Confirmation {
  if (!isRecord(body)) return { kind: "malformed" };
  const receipt = readId(body.TransID);
  const amountKes = readAmount(body.TransAmount);
  const shortcode = String(body.BusinessShortCode ?? "");
  if (!receipt || receipt.length > 20 || !amountKes || !/^\d{5,7}$/.test(shortcode)) return { kind: "malformed" };
  return {
    kind: "confirmation",
    receipt: receipt.toUpperCase(),
    amountKes,
    shortcode,
    reference: readText(body.BillRefNumber).slice(0, 20),
    phone: String(body.MSISDN ?? "").slice(0, 20),
    name: [body.FirstName, body.MiddleName, body.LastName].map(readText).filter(Boolean).join(" ").slice(0, 120),
    at: readNairobi(body.TransTime),
  };
}
