import type { DarajaAccount } from "../daraja/account";

export type Product = "stk" | "c2b" | "reversal" | "status" | "pull";

/** A business as Safaricom has it. */
export type SimAccount = {
  /** What the prompt on the phone calls it. */
  name: string;
  kind: "paybill" | "till";
  /** The paybill, or the store number of a till. */
  shortcode: string;
  /** The till's own number. */
  till?: string;
  consumerKey: string;
  consumerSecret: string;
  passkey: string;
  initiator?: { name: string; password: string };
  /** What its app may use; everything when not said. */
  products?: Product[];
  /** Asks the business before it takes a payment that a customer types. */
  validates?: boolean;
  /** Reports prompted payments like typed ones, too. */
  confirmsPrompted?: boolean;
};

/** The passkey that Safaricom itself prints for its sandbox. */
export const sandboxPasskey = "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919";

/** Who is known from the start: what demo and tests put in as credentials. Worth nothing anywhere else. */
export const simulatedAccounts: { paybill: SimAccount; till: SimAccount; platform: SimAccount } = {
  paybill: {
    name: "Amani Salon & Spa",
    kind: "paybill",
    shortcode: "174379",
    consumerKey: "simulated-paybill-key",
    consumerSecret: "simulated-paybill-secret",
    passkey: sandboxPasskey,
    initiator: { name: "testapi", password: "Simulated#1" },
  },
  till: {
    name: "Baraka Barbers",
    kind: "till",
    shortcode: "600966",
    till: "5151515",
    consumerKey: "simulated-till-key",
    consumerSecret: "simulated-till-secret",
    passkey: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
    initiator: { name: "testapi", password: "Simulated#2" },
  },
  platform: {
    name: "ClientPulse",
    kind: "paybill",
    shortcode: "600997",
    consumerKey: "simulated-platform-key",
    consumerSecret: "simulated-platform-secret",
    passkey: "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
    initiator: { name: "testapi", password: "Simulated#3" },
  },
};

/** The credentials that its owner would put in. */
export const credentialsOf = (account: SimAccount): DarajaAccount => ({
  environment: "sandbox",
  kind: account.kind,
  shortcode: account.shortcode,
  partyB: account.till ?? account.shortcode,
  consumerKey: account.consumerKey,
  consumerSecret: account.consumerSecret,
  passkey: account.passkey,
  initiator: account.initiator,
});
