import type { BookingPolicy, Channel } from "@/db/schema/tenants";
import { typedAmount } from "@/lib/platform/typed-amount";

/** A way of booking as it is typed; empty is as it usually is. */
export type TypedWindow = { notice: string; horizon: string };

/** The rules as they are typed. */
export type TypedRules = {
  confirm: BookingPolicy["confirm"];
  notice: string;
  horizon: string;
  step: string;
  buffers: BookingPolicy["buffers"];
  anyStaff: NonNullable<BookingPolicy["anyStaff"]>;
  gapAware: boolean;
  visitsPerDay: string;
  desk: TypedWindow;
  api: TypedWindow;
};

/** What is entered in hours is kept in minutes; half an hour is 0.5. */
const hoursOf = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);
const minutesOf = (hours: string): number => Math.round(typedAmount(hours) * 60);
const orNull = (typed: string, read: (typed: string) => number): number | null =>
  typed.trim() === "" ? null : read(typed);

const windowOf = (policy: BookingPolicy, channel: Channel): TypedWindow => {
  const { noticeMinutes, horizonDays } = policy.channels?.[channel] ?? {};
  return {
    notice: noticeMinutes === undefined ? "" : hoursOf(noticeMinutes),
    horizon: horizonDays === undefined ? "" : String(horizonDays),
  };
};

export const typedOf = (policy: BookingPolicy): TypedRules => ({
  confirm: policy.confirm,
  notice: hoursOf(policy.noticeMinutes),
  horizon: String(policy.horizonDays),
  step: String(policy.stepMinutes),
  buffers: policy.buffers,
  anyStaff: policy.anyStaff ?? "order",
  gapAware: policy.gapAware ?? false,
  visitsPerDay: policy.visitsPerDay === undefined ? "" : String(policy.visitsPerDay),
  desk: windowOf(policy, "desk"),
  api: windowOf(policy, "api"),
});

const saidOf = ({ notice, horizon }: TypedWindow) => ({
  noticeMinutes: orNull(notice, minutesOf),
  horizonDays: orNull(horizon, typedAmount),
});

export const rulesOf = (typed: TypedRules) => ({
  confirm: typed.confirm,
  noticeMinutes: minutesOf(typed.notice),
  horizonDays: typedAmount(typed.horizon),
  stepMinutes: typedAmount(typed.step),
  buffers: typed.buffers,
  anyStaff: typed.anyStaff,
  gapAware: typed.gapAware,
  visitsPerDay: orNull(typed.visitsPerDay, typedAmount),
  channels: { desk: saidOf(typed.desk), api: saidOf(typed.api) },
});
