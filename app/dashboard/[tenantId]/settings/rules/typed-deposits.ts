import type { DepositPolicy } from "@/db/schema/tenants";
import { typedAmount } from "@/lib/platform/typed-amount";
import { clockOfMinute, minuteOfClock } from "@/lib/staff/rules";
import { feeTyped, type TypedFee, typedFeeOf } from "../../typed-fee";

/** As they are typed. */
export type TypedDeposits = {
  newCustomers: TypedFee;
  afterNoShow: TypedFee;
  days: string;
  busyTimes: TypedFee;
  weekdays: number[];
  from: string;
  to: string;
  trustedAfter: string;
};

export const depositsTyped = ({
  newCustomers,
  afterNoShow,
  busyTimes,
  trustedAfter,
}: DepositPolicy = {}): TypedDeposits => ({
  newCustomers: feeTyped(newCustomers),
  afterNoShow: feeTyped(afterNoShow?.fee),
  days: String(afterNoShow?.days ?? 90),
  busyTimes: feeTyped(busyTimes?.fee),
  weekdays: busyTimes?.weekdays ?? [],
  from: clockOfMinute(busyTimes?.from ?? 0),
  to: clockOfMinute(busyTimes?.to ?? 1_440),
  trustedAfter: trustedAfter === undefined ? "" : String(trustedAfter),
});

/** Null when nothing is asked of anybody by what is known of them, and nobody is trusted. */
export function depositsOf(typed: TypedDeposits): DepositPolicy | null {
  const newCustomers = typedFeeOf(typed.newCustomers);
  const missed = typedFeeOf(typed.afterNoShow);
  const busy = typedFeeOf(typed.busyTimes);
  const { weekdays, from, to, days, trustedAfter } = typed;
  const policy: DepositPolicy = {
    ...(newCustomers ? { newCustomers } : {}),
    ...(missed ? { afterNoShow: { fee: missed, days: typedAmount(days) } } : {}),
    ...(busy ? { busyTimes: { fee: busy, weekdays, from: minuteOfClock(from), to: minuteOfClock(to) || 1_440 } } : {}),
    ...(trustedAfter.trim() === "" ? {} : { trustedAfter: typedAmount(trustedAfter) }),
  };
  return Object.keys(policy).length > 0 ? policy : null;
}
