/** What a business (or the platform) was given by Safaricom. Secrets: never logged, never sent to a browser. */
export type DarajaAccount = {
  environment: "sandbox" | "live";
  kind: "paybill" | "till";
  /** The paybill's number, or the store number of a till. */
  shortcode: string;
  /** The till's number; the paybill itself otherwise. */
  partyB: string;
  consumerKey: string;
  consumerSecret: string;
  passkey: string;
  /** Only for reversals and transaction status. */
  initiator?: { name: string; password: string } | undefined;
};

export type DarajaEnvironment = DarajaAccount["environment"];
