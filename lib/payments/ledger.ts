import type { LedgerAccount as Account } from "@/db/schema/ledger";

/**
 * What happens to money, as entries that are as much debit as credit. Pure: what is written stands in record-entries.
 * Amounts are whole minor units.
 */

export type Entry = { account: Account; debitMinor: number; creditMinor: number };

export const debit = (account: Account, amountMinor: number): Entry => ({
  account,
  debitMinor: amountMinor,
  creditMinor: 0,
});
export const credit = (account: Account, amountMinor: number): Entry => ({
  account,
  debitMinor: 0,
  creditMinor: amountMinor,
});

/** Nothing is neither owed nor paid: such entries are left out. */
export const entriesOf = (...entries: readonly Entry[]): Entry[] =>
  entries.filter(({ debitMinor, creditMinor }) => debitMinor !== 0 || creditMinor !== 0);

/** Throws on what could never be money: parts of a cent, less than nothing, more on one side than on the other. */
export function assertBalanced(entries: readonly Entry[]): void {
  let off = 0;
  for (const { debitMinor, creditMinor } of entries) {
    const sides = [debitMinor, creditMinor];
    if (
      !sides.every((side) => Number.isSafeInteger(side) && side >= 0) ||
      sides.filter((side) => side > 0).length !== 1
    )
      throw new Error("a ledger entry is a whole amount on one side");
    off += debitMinor - creditMinor;
  }
  if (entries.length < 2 || off !== 0) throw new Error("a ledger transaction is as much debit as credit");
}

/** What stands on an account: debit less credit, as for what the house has. */
export const balanceOf = (entries: readonly Entry[], account: Account): number =>
  entries.reduce((sum, entry) => (entry.account === account ? sum + entry.debitMinor - entry.creditMinor : sum), 0);

/** Where money that came in lies. A code that was typed in lies apart until something else vouches for it. */
export type Tender = Extract<Account, "mpesa" | "mpesa_by_hand" | "cash" | "card" | "other">;

/** A visit's deposit was paid: the house owes the visit. */
export const depositCame = (tender: Tender, amountMinor: number): Entry[] => [
  debit(tender, amountMinor),
  credit("deposits", amountMinor),
];

/** Money came that is for nothing any more: it is owed back until somebody says what it is for. */
export const moneyCameLate = (tender: Tender, amountMinor: number): Entry[] => [
  debit(tender, amountMinor),
  credit("unclaimed", amountMinor),
];

/** A customer paid towards a sale. */
export const saleWasPaid = (tender: Tender, amountMinor: number): Entry[] => [
  debit(tender, amountMinor),
  credit("customers", amountMinor),
];

/** The deposit of the visit counts towards its sale. */
export const depositWasUsed = (amountMinor: number): Entry[] => [
  debit("deposits", amountMinor),
  credit("customers", amountMinor),
];

/** Of a deposit the house keeps this much, by the terms that were accepted. */
export const depositWasKept = (amountMinor: number): Entry[] => [
  debit("deposits", amountMinor),
  credit("fees", amountMinor),
];

/** Given back: from what was owed to the customer, out of where it was paid from. */
export const wasGivenBack = (
  owed: Extract<Account, "deposits" | "unclaimed" | "customers">,
  tender: Tender,
  amountMinor: number,
): Entry[] => [debit(owed, amountMinor), credit(tender, amountMinor)];

/** It had been written, and was not so: the same on the other side. */
export const takenBack = (entries: readonly Entry[]): Entry[] =>
  entries.map(({ account, debitMinor, creditMinor }) => ({
    account,
    debitMinor: creditMinor,
    creditMinor: debitMinor,
  }));

/** What was only somebody's word is vouched for by M-Pesa itself. */
export const codeWasVerified = (amountMinor: number): Entry[] => [
  debit("mpesa", amountMinor),
  credit("mpesa_by_hand", amountMinor),
];
