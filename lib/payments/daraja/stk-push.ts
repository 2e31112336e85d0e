import type { DarajaAccount } from "./account";
import type { DarajaDeps, NotSent, Rejected, Unknown } from "./client";
import { stkPassword } from "./credentials";
import { ask } from "./internal/ask";
import { readId } from "./internal/fields";
import { refusalOf } from "./internal/refusals";
import { isPublicUrl } from "./internal/urls";
import { isMsisdn } from "./msisdn";
import { nairobiTimestamp } from "./nairobi-time";

export type StkPush = {
  amountKes: number;
  /** Whose phone is asked, as Daraja writes it: 2547…. */
  msisdn: string;
  /** Shown to the payer, on the prompt and in the SMS. */
  reference: string;
  description: string;
  callbackUrl: string;
};

export type PushAnswer =
  /** The phone is being asked. Nothing is paid yet. */
  { kind: "accepted"; merchantRequestId: string; checkoutRequestId: string } | Rejected | NotSent | Unknown;

export const maxAmountKes = 250_000;

/**
 * Asks a phone for money: once, whatever comes back. A lost answer cannot be looked up, so whoever gets `unknown`
 * waits for the callback at the address that was given.
 */
export async function stkPush(deps: DarajaDeps, account: DarajaAccount, push: StkPush): Promise<PushAnswer> {
  const wrong = fault(push);
  if (wrong) return { kind: "rejected", why: "input", code: wrong, message: `${wrong} cannot be sent` };
  const timestamp = nairobiTimestamp(deps.now());
  const answer = await ask(deps, account, "/mpesa/stkpush/v1/processrequest", {
    BusinessShortCode: account.shortcode,
    Password: stkPassword(account.shortcode, account.passkey, timestamp),
    Timestamp: timestamp,
    TransactionType: account.kind === "till" ? "CustomerBuyGoodsOnline" : "CustomerPayBillOnline",
    Amount: push.amountKes,
    PartyA: push.msisdn,
    PartyB: account.partyB,
    PhoneNumber: push.msisdn,
    CallBackURL: push.callbackUrl,
    AccountReference: push.reference,
    TransactionDesc: push.description,
  });
  if (answer.kind !== "body") return refusalOf(answer);
  const merchantRequestId = readId(answer.body.MerchantRequestID);
  const checkoutRequestId = readId(answer.body.CheckoutRequestID);
  if (String(answer.body.ResponseCode) !== "0" || !merchantRequestId || !checkoutRequestId)
    return { kind: "unknown", detail: "an answer without what an accepted push has" };
  return { kind: "accepted", merchantRequestId, checkoutRequestId };
}

/** The field that Safaricom would refuse or, worse, shorten. */
function fault({ amountKes, msisdn, reference, description, callbackUrl }: StkPush): string | null {
  if (!Number.isInteger(amountKes) || amountKes < 1 || amountKes > maxAmountKes) return "amount";
  if (!isMsisdn(msisdn)) return "msisdn";
  if (!/^[A-Za-z0-9 -]{1,12}$/.test(reference) || !reference.trim()) return "reference";
  if (!/^[A-Za-z0-9 -]{1,13}$/.test(description) || !description.trim()) return "description";
  return isPublicUrl(callbackUrl) ? null : "callbackUrl";
}
