import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";

export type MoneyDoor = "payment" | "mpesa_account" | "refund";

/**
 * The unguessable part of an address that Safaricom posts to (128 bits, lower-case hex: some of its servers refuse
 * capitals). Made as a booking's is; only its hash is stored, and nobody else is ever told it.
 */
export const moneyToken = (door: MoneyDoor, id: string): string =>
  signature(`${door} ${id}`).subarray(0, 16).toString("hex");

export const moneyTokenHash = (door: MoneyDoor, id: string): string => sha256(moneyToken(door, id));
