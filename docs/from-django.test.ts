import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(`${root}docs/from-django.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Django endpoint"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, endpoint = "", route = "", verb = "", tests = "", state = ""]) => ({ endpoint, route, verb, tests, state }));

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]!);
const done = rows.filter((row) => row.state === "done");

/** The views under /api/ of the old system, as its urls.py has them: thirty-eight, each by how its row begins to be found. */
const views = [
  ...["register/", "business-register/", "login/", "password-reset/, …/confirm/", "request-otp/", "customer-signup/"],
  ...["tenants/search/", "users/", "admin/update-profile/", "tenant/settings/", "tenants/ (", "customers/ (search)"],
  ...["customers/ (CRUD", "portal-details", "customers/:id/update-profile/", "add-child", "service-history"],
  ...["services/ (CRUD", "bookings/ (filters)", "visits/", "sales/", "products/", "expenses/", "gallery/", "rewards/,"],
  ...["customer-rewards/", "check-rewards/", "reviews/", "contact-messages/,", "notifications/", "chat/,"],
  ...["dashboard-stats/", "analytics/revenue_analytics/", "payroll/", "subscription-plans/", "tenant-subscriptions/"],
  ...["mpesa/stk-push/", "mpesa/callback/"],
];
/** What shares a row of that list with another one, and what was no view: sockets, commands, the administration, files. */
const beside = [
  ...["verify-otp/", "reset-with-otp/", "staff/ (CRUD", "inventory-logs/", "tenants/:id/stats/", "rewards/stats/"],
  ...["mark_all_read", "dashboard/daily-stats/", "dashboard/top-customers/", "dashboard/analytics/", "export_report/"],
  ...["customer_analytics/", "operational_metrics/", "referral_analytics/", "dashboard_stats/", "/ws/dashboard/"],
  ...["/ws/super-admin/", "/ws/chat/", "send_booking_reminders", "send_low_stock_alerts", "send_we_miss_you_campaigns"],
  ...["mark_as_read", "delete_messages", "start_session", ":id/messages/", "10 % promotion"],
  ...["Django admin (CSV", "/media/"],
];

test("all thirty-eight views stand there, and so does what was beside them", () => {
  expect(new Set(views).size).toBe(38);
  expect([...views, ...beside].filter((name) => !rows.some(({ endpoint }) => endpoint.includes(name)))).toEqual([]);
});

test("the table was read", () => expect(done.length).toBeGreaterThan(8));

describe.each(done)("$endpoint", ({ route, verb, tests }) => {
  test.each(named(route))("%s exists", (path) => {
    const folder = `${root}app${path}`;
    expect(existsSync(`${folder}/route.ts`) || existsSync(`${folder}/page.tsx`)).toBe(true);
  });

  test("its verb and its tests exist", () => {
    expect(named(verb).length * named(tests).length).toBeGreaterThan(0);
    for (const file of [...named(verb), ...named(tests)]) expect(existsSync(`${root}${file}`), file).toBe(true);
  });
});
