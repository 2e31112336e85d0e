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

/** What had come late pays for the visit after all. */
export const lateMoneyWasTaken = (amountMinor: number): Entry[] => [
  debit("unclaimed", amountMinor),
  credit("deposits", amountMinor),
];

/** A customer paid towards a sale. */
export const saleWasPaid = (tender: Tender, amountMinor: number): Entry[] => [
  debit(tender, amountMinor),
  credit("customers", amountMinor),
];

/** A business paid the platform for its subscription. */
export const subscriptionWasPaid = (tender: Tender | "elsewhere", amountMinor: number): Entry[] => [
  debit(tender, amountMinor),
  credit("subscriptions", amountMinor),
];

/** Money came, by what it was for. */
export const cameFor = { deposit: depositCame, sale: saleWasPaid, subscription: subscriptionWasPaid } as const;

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

/** What a sale is charged for: what was earned by it, tax and tips, less what was let off. Tax is no part of what is earned. */
export type Claim = {
  servicesMinor: number;
  productsMinor: number;
  vatMinor: number;
  tipsMinor: number;
  discountsMinor: number;
};
export const noClaim: Claim = { servicesMinor: 0, productsMinor: 0, vatMinor: 0, tipsMinor: 0, discountsMinor: 0 };

/** What the customer owes by it. */
export const claimTotal = ({ servicesMinor, productsMinor, vatMinor, tipsMinor, discountsMinor }: Claim): number =>
  servicesMinor + productsMinor + vatMinor + tipsMinor - discountsMinor;

/** What of it is left when a part is given back. */
export const claimLess = (claim: Claim, part: Claim): Claim => ({
  servicesMinor: claim.servicesMinor - part.servicesMinor,
  productsMinor: claim.productsMinor - part.productsMinor,
  vatMinor: claim.vatMinor - part.vatMinor,
  tipsMinor: claim.tipsMinor - part.tipsMinor,
  discountsMinor: claim.discountsMinor - part.discountsMinor,
});

/** More on an account, or less of it when it is below nothing. */
const moved = (account: Account, debitMinor: number): Entry =>
  debitMinor < 0 ? credit(account, -debitMinor) : debit(account, debitMinor);

/** A sale is charged for something else than before: only what is different is written. */
export function saleBecame(before: Claim, after: Claim): Entry[] {
  const more = (part: keyof Claim) => after[part] - before[part];
  return entriesOf(
    moved("customers", claimTotal(after) - claimTotal(before)),
    moved("discounts", more("discountsMinor")),
    moved("services", -more("servicesMinor")),
    moved("products", -more("productsMinor")),
    moved("vat", -more("vatMinor")),
    moved("tips", -more("tipsMinor")),
  );
}

/** The owner puts so much into the drawer, or takes it out when it is below nothing. */
export const drawerWasFilled = (amountMinor: number): Entry[] =>
  entriesOf(moved("cash", amountMinor), moved("drawer", -amountMinor));

/** There was more in the drawer than there should be, or less. */
export const cashWasCounted = (differenceMinor: number): Entry[] =>
  entriesOf(moved("cash", differenceMinor), moved("cash_difference", -differenceMinor));

/** The other way round, for what is taken back. */
export const reversed = (entries: readonly Entry[]): Entry[] =>
  entries.map(({ account, debitMinor, creditMinor }) => ({
    account,
    debitMinor: creditMinor,
    creditMinor: debitMinor,
  }));

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

/** Somebody has earned so much by a sale, or lost it again when it was given back. */
export const staffHasEarned = (commissionMinor: number, tipsMinor: number): Entry[] =>
  entriesOf(
    moved("earnings", commissionMinor),
    moved("tips", tipsMinor),
    moved("staff", -(commissionMinor + tipsMinor)),
  );

/** Staff were paid what they had earned, or before they had; below nothing it came back. */
export const staffWasPaid = (from: "cash" | "elsewhere", amountMinor: number): Entry[] =>
  entriesOf(moved("staff", amountMinor), moved(from, -amountMinor));

/** The house has spent so much; below nothing it was not spent after all. */
export const expenseWasPaid = (from: "cash" | "elsewhere", amountMinor: number): Entry[] =>
  entriesOf(moved("expenses", amountMinor), moved(from, -amountMinor));
