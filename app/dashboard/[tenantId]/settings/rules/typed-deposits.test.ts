import { expect, test } from "vitest";
import type { DepositPolicy } from "@/db/schema/tenants";
import { depositsOf, depositsTyped } from "./typed-deposits";

test.each<[string, DepositPolicy]>([
  ["of who is new", { newCustomers: { kind: "percent", percent: 50 } }],
  ["after a no-show", { afterNoShow: { fee: { kind: "fixed", amountMinor: 50_000 }, days: 60 } }],
  ["in busy times", { busyTimes: { fee: { kind: "percent", percent: 30 }, weekdays: [5, 6], from: 570, to: 1_440 } }],
  ["not of who is trusted", { trustedAfter: 5 }],
])("what is saved comes back as it was: %s", (_, policy) => expect(depositsOf(depositsTyped(policy))).toEqual(policy));

test("nothing typed is no rule", () => expect(depositsOf(depositsTyped())).toBeNull());

test("midnight is the end of a day, and its beginning", () => {
  const typed = {
    ...depositsTyped(),
    busyTimes: { kind: "percent" as const, much: "30" },
    weekdays: [6],
    from: "",
    to: "00:00",
  };
  expect(depositsOf(typed)?.busyTimes).toMatchObject({ from: 0, to: 1_440 });
});
