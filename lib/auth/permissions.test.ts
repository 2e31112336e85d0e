import { expect, test } from "vitest";
import { may, permissions, type Who } from "./permissions";

const all: Who[] = ["owner", "manager", "front_desk", "staff", "platform_admin"];

test("an owner may do whatever anybody in the business may", () => {
  for (const permission of permissions)
    if (all.some((who) => who !== "platform_admin" && may(who, permission)))
      expect(may("owner", permission), permission).toBe(true);
});

test("a platform admin has no rights inside a business", () => {
  const inside = permissions.filter((permission) => may("owner", permission));
  expect(inside.filter((permission) => may("platform_admin", permission))).toEqual([]);
  expect(all.filter((who) => may(who, "tenants.decide"))).toEqual(["platform_admin"]);
});

test("staff touch nobody else's things", () => {
  expect(permissions.filter((permission) => may("staff", permission))).toEqual([
    "today.see",
    "bookings.see",
    "notifications.read",
    "membership.leave",
  ]);
});

test("the log of what was done is for owners", () => {
  expect(all.filter((who) => may(who, "audit.see"))).toEqual(["owner"]);
});
