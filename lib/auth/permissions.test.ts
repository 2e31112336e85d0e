import { expect, test } from "vitest";
import { may, permissions, type Who } from "./permissions";

const house: Who[] = ["owner", "manager", "front_desk", "staff"];
const all: Who[] = [...house, "customer", "platform_admin"];

test("an owner may do whatever anybody in the business may", () => {
  for (const permission of permissions)
    if (house.some((who) => may(who, permission))) expect(may("owner", permission), permission).toBe(true);
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
    "bookings.change",
    "bookings.undo",
    "visits.see",
    "notifications.read",
    "customers.see",
    "customers.note",
    "reviews.see",
    "gallery.see",
    "staff.see",
    "time_off.ask",
    "time.block",
    "membership.leave",
    "calendar.own",
    "earnings.own",
  ]);
});

test("a customer has what is theirs, and nothing of the house or the platform", () => {
  expect(permissions.filter((permission) => may("customer", permission))).toEqual(["portal.own"]);
  expect(all.filter((who) => may(who, "portal.own"))).toEqual(["customer"]);
});

test("what one has earned oneself is for whoever serves", () => {
  for (const own of ["calendar.own", "earnings.own"] as const)
    expect(all.filter((who) => may(who, own))).toEqual(house);
});

test("the log of what was done is for owners", () => {
  expect(all.filter((who) => may(who, "audit.see"))).toEqual(["owner"]);
});

test("the desk sees who serves and what is sold; owners and managers change it", () => {
  for (const what of ["staff", "services"] as const) {
    expect(all.filter((who) => may(who, `${what}.manage`))).toEqual(["owner", "manager"]);
    expect(may("front_desk", `${what}.see`)).toBe(true);
  }
});

test("what is earned, spent and left of it is for owners and managers; the desk pays from the drawer", () => {
  for (const what of ["payroll.see", "expenses.see", "reports.see"] as const)
    expect(all.filter((who) => may(who, what))).toEqual(["owner", "manager"]);
  expect(all.filter((who) => may(who, "expenses.pay"))).toEqual(["owner", "manager", "front_desk"]);
});

test("the desk sees rewards and codes; what they are and who is given something is for owners and managers", () => {
  expect(all.filter((who) => may(who, "rewards.see"))).toEqual(["owner", "manager", "front_desk"]);
  expect(all.filter((who) => may(who, "rewards.manage"))).toEqual(["owner", "manager"]);
});
test("the desk writes with customers; owners and managers answer in public; the owner speaks for the business", () => {
  for (const what of ["reviews.all", "conversations.keep", "enquiries.keep"] as const)
    expect(all.filter((who) => may(who, what))).toEqual(["owner", "manager", "front_desk"]);
  expect(all.filter((who) => may(who, "reviews.answer"))).toEqual(["owner", "manager"]);
  expect(all.filter((who) => may(who, "testimonial.write"))).toEqual(["owner"]);
});
