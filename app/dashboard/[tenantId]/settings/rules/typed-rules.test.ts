import { expect, test } from "vitest";
import type { BookingPolicy } from "@/db/schema/tenants";
import { policyInput } from "@/lib/bookings/policy-input";
import { rulesOf, typedOf } from "./typed-rules";

const policy: BookingPolicy = {
  noticeMinutes: 90,
  horizonDays: 30,
  stepMinutes: 15,
  buffers: "larger",
  confirm: "auto",
  visitsPerDay: 2,
  channels: { desk: { horizonDays: 180 } },
};

test("what is shown and not touched is sent as it was", () => {
  const { channels, ...rules } = policyInput.parse(rulesOf(typedOf(policy)));
  expect(rules).toEqual({
    noticeMinutes: 90,
    horizonDays: 30,
    stepMinutes: 15,
    buffers: "larger",
    confirm: "auto",
    anyStaff: "order",
    gapAware: false,
    visitsPerDay: 2,
  });
  expect(channels).toEqual({
    desk: { noticeMinutes: null, horizonDays: 180 },
    api: { noticeMinutes: null, horizonDays: null },
  });
});

test("hours have parts, no limit is none, and what is no number is told by its field", () => {
  const typed = { ...typedOf(policy), notice: "1,5", visitsPerDay: "" };
  expect(rulesOf(typed)).toMatchObject({ noticeMinutes: 90, visitsPerDay: null });
  const faults = policyInput.safeParse(rulesOf({ ...typed, horizon: "soon" })).error?.issues.map(({ path }) => path);
  expect(faults).toEqual([["horizonDays"]]);
});
