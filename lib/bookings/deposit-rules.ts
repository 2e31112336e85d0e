import type { DepositPolicy, Fee } from "@/db/schema/tenants";

// What is paid before a visit is promised. Pure, and known to the browser as well.

/** For so long a time is kept for who has to pay first; a prompt keeps it longer, but never longer than this in all. */
export const depositHoldMinutes = 10;
export const mostDepositMinutes = 20;

/** M-Pesa moves whole shillings. */
const shilling = 100;

/** A part of a price is rounded to the shilling, half a shilling up, and is one shilling at least. */
export function depositOf(fee: Fee | null | undefined, priceMinor: number): number {
  if (!fee || priceMinor <= 0) return 0;
  if (fee.kind === "fixed") return fee.amountMinor;
  // Whole numbers only: a price times a percentage is one.
  const hundredths = priceMinor * Math.min(fee.percent, 100);
  return Math.max(wholeShillings(Math.floor((hundredths + (shilling * 100) / 2) / 100)), shilling);
}

export type DepositLine = { priceMinor: number; deposit: Fee | null };

/** What is known of who books: somebody whose number nobody knows has no history. */
export type VisitHistory = { completed: number; lastNoShowAt: string | null };
export const nobodyKnown: VisitHistory = { completed: 0, lastNoShowAt: null };

/** When a visit begins, as the clocks of the business have it. */
export type LocalStart = { weekday: number; minute: number };

type Asked = {
  lines: readonly DepositLine[];
  policy: DepositPolicy | undefined;
  history: VisitHistory;
  start: LocalStart;
  at: Date;
};

/** The largest of what applies, never more than the price; null for none. */
export function depositFor({ lines, policy = {}, history, start, at }: Asked): number | null {
  const totalMinor = lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  const missed = hasMissed(policy, history, at);
  if (policy.trustedAfter !== undefined && history.completed >= policy.trustedAfter && !missed) return null;
  const isNew = history.completed === 0;
  const ofServices = lines.reduce(
    (sum, { deposit, priceMinor }) => sum + Math.min(depositOf(deposit, priceMinor), priceMinor),
    0,
  );
  const ofVisit = [
    isNew ? policy.newCustomers : undefined,
    missed ? policy.afterNoShow?.fee : undefined,
    isBusy(policy, start) ? policy.busyTimes?.fee : undefined,
  ].map((fee) => depositOf(fee, totalMinor));
  // Of a price that is not whole shillings what is whole is paid beforehand.
  return wholeShillings(Math.min(Math.max(ofServices, ...ofVisit), totalMinor)) || null;
}

const wholeShillings = (minor: number): number => Math.floor(minor / shilling) * shilling;

const dayMs = 86_400_000;

const hasMissed = ({ afterNoShow }: DepositPolicy, { lastNoShowAt }: VisitHistory, at: Date): boolean =>
  afterNoShow !== undefined &&
  lastNoShowAt !== null &&
  Date.parse(lastNoShowAt) > at.getTime() - afterNoShow.days * dayMs;

const isBusy = ({ busyTimes }: DepositPolicy, { weekday, minute }: LocalStart): boolean =>
  Boolean(busyTimes?.weekdays.includes(weekday)) && busyTimes!.from <= minute && minute < busyTimes!.to;

/** Whether anything could be asked for at all: then what is known of who books has to be looked up. */
export const mayAsk = (lines: readonly Pick<DepositLine, "deposit">[], policy: DepositPolicy | undefined): boolean =>
  lines.some(({ deposit }) => deposit !== null) ||
  Boolean(policy && (policy.newCustomers || policy.afterNoShow || policy.busyTimes));
