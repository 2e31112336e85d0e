import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { openPeriod } from "./internal/open-period";
import { type PayLine, reckon } from "./reckon";
import type { Sums } from "./rules";

/** What was earned by a piece of work; whose sale it was is no part of it. */
export type MyLine = Pick<PayLine, "id" | "kind" | "at" | "name" | "amountMinor">;

export type MyEarnings = {
  date: string;
  currency: string;
  /** Of that day. */
  commissionMinor: number;
  tipsMinor: number;
  lines: MyLine[];
  /** Of all days since the last payslip. */
  since: string;
  soFar: Sums;
  position: string;
};

/** What one person has earned on a day, and since their last payslip: their own lines and nobody else's. */
export async function myEarnings(scope: Scope, staffId: string, date?: string): Promise<MyEarnings> {
  const head = await headOf(scope);
  const { from, to, today, currency } = await openPeriod(scope);
  const day = date ?? today;
  const [person] = await reckon(scope, { from, to: to > today ? to : today }, staffId);
  const [own] = day >= from ? [person] : await reckon(scope, { from: day, to: day }, staffId);
  const lines = (own?.lines ?? []).filter((line) => line.day === day && line.kind !== "advance");
  const sum = (kind: PayLine["kind"]) =>
    lines.reduce((minor, line) => (line.kind === kind ? minor + line.amountMinor : minor), 0);
  const { lines: _, name: __, staffId: ___, ...soFar } = person ?? { ...nothing, lines: [], name: "", staffId };
  return {
    ...{ date: day, currency, commissionMinor: sum("commission"), tipsMinor: sum("tip"), since: from, soFar },
    lines: lines.map(({ id, kind, at, name, amountMinor }) => ({ id, kind, at, name, amountMinor })),
    position: writePosition(head),
  };
}

const nothing: Sums = {
  commissionMinor: 0,
  tipsMinor: 0,
  advancesMinor: 0,
  broughtMinor: 0,
  payMinor: 0,
  carriedMinor: 0,
};
