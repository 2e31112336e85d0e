import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { operations } from "@/app/api/_docs/all";
import { addressOf, published } from "@/app/api/_docs/document";

const root = fileURLToPath(new URL("..", import.meta.url));

const all = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const [get, post] = [["GET"], ["POST"]];

/** What the old system's endpoints answered, as its urls.py and its views have them, and by which arguments they narrowed. */
const old: Record<string, readonly string[]> = {
  ...under(post, ["register/", "business-register/", "login/", "customer-signup/", "check-rewards/"]),
  ...under(post, ["password-reset/", "password-reset/confirm/", "password-reset/request-otp/"]),
  ...under(post, ["password-reset/verify-otp/", "password-reset/reset-with-otp/", "customers/add-child/"]),
  ...under(post, ["contact-messages/mark_as_read/", "contact-messages/delete_messages/", "chat/start_session/"]),
  ...under(post, ["notifications/mark_all_read/", "mpesa/stk-push/", "mpesa/callback/"]),
  ...under(all, ["tenants/", "customers/", "services/", "staff/", "bookings/", "visits/", "sales/", "products/"]),
  ...under(all, ["inventory-logs/", "expenses/", "gallery/", "rewards/", "customer-rewards/", "reviews/"]),
  ...under(all, ["contact-messages/", "notifications/", "chat/", "subscription-plans/", "tenant-subscriptions/"]),
  ...under(["GET", "PATCH"], ["admin/update-profile/", "tenant/settings/"]),
  "customers/:id/update-profile/": ["PATCH"],
  ...under(get, ["tenants/search/", "users/", "tenants/:id/stats/", "customers/:id/portal-details/"]),
  ...under(get, ["customers/:id/service-history/", "rewards/stats/", "chat/:id/messages/", "payroll/"]),
  ...under(get, ["dashboard-stats/", "dashboard/daily-stats/", "dashboard/top-customers/", "dashboard/analytics/"]),
  ...under(get, ["analytics/revenue_analytics/", "analytics/customer_analytics/", "analytics/operational_metrics/"]),
  ...under(get, ["analytics/dashboard_stats/", "analytics/referral_analytics/", "analytics/export_report/", "/media/"]),
  ...under(get, ["customers/?search", "services/?is_active&category", "staff/?is_active", "expenses/?category"]),
  ...under(get, ["bookings/?customer&status&search&start_date&end_date", "visits/?customer&date_from&date_to"]),
  ...under(get, ["inventory-logs/?product", "gallery/?tenant&staff&service", "reviews/?tenant"]),
  ...under(get, ["contact-messages/?tenant", "payroll/?start_date&end_date"]),
  ...under(post, ["Django admin: approve and deactivate businesses", "Django admin: CSV of businesses"]),
  ...under(post, ["Django admin: 10 % promotion to customers", "Django admin: editing of every row of every model"]),
  "Django admin: each business's own rows for who is no superuser": get,
};

function under(methods: readonly string[], endpoints: readonly string[]) {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, methods]));
}

const rows = readFileSync(`${root}docs/from-django-methods.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Django endpoint"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, endpoint = "", methods = "", here = "", why = ""]) => ({
    endpoint,
    methods: methods.split(", "),
    here: [...here.matchAll(/`([^`]+)`/g)].map((found) => found[1]!),
    why,
  }));

test("every method of the old system has its row, once, and nothing else has one", () => {
  const told = rows.flatMap(({ endpoint, methods }) => methods.map((method) => `${method} ${endpoint}`));
  const answered = Object.entries(old).flatMap(([endpoint, methods]) =>
    methods.map((method) => `${method} ${endpoint}`),
  );
  expect(told.toSorted()).toEqual(answered.toSorted());
});

const { paths } = published().document as {
  paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
};

/** What is not there of what is said to do the work: a method of a route, an action, or a page. */
function missing(place: string): string | null {
  const [, method, path, asked] = /^([A-Z]+) (\/[^?]+)\??(.*)$/.exec(place) ?? [];
  if (method && path) {
    if (!operations.some((one) => one.method === method && one.path === path)) return `${place} is not described`;
    const { parameters } = paths[addressOf(path)]![method.toLowerCase()]!;
    const unread = (asked || "").split("&").filter((name) => name && !parameters.some((one) => one.name === name));
    return unread.length > 0 ? `${place} does not read ${unread}` : null;
  }
  const [file, action] = place.split("#");
  if (action) {
    const source = existsSync(root + file) ? readFileSync(root + file, "utf8") : "";
    return new RegExp(`^export (const|async function) ${action}\\b`, "m").test(source) ? null : `${place} is not there`;
  }
  const groups = ["app", "app/(site)"].map((folder) => `${root}${folder}${place}/page.tsx`);
  return groups.some(existsSync) ? null : `${place} is no page`;
}

describe.each(rows)("$methods $endpoint", ({ here, why }) => {
  test("what is named is there; where nothing is, it is said why", () => {
    expect(here.map(missing).filter(Boolean)).toEqual([]);
    expect(here.length > 0 || why !== "").toBe(true);
    for (const [, file] of why.matchAll(/`([^`]+\.ts)`/g)) expect(existsSync(`${root}${file}`), file).toBe(true);
  });
});

test("what is not there is found", () => {
  expect(missing("DELETE /api/dashboard/[tenantId]/bookings/[id]")).toContain("is not described");
  expect(missing("GET /api/dashboard/[tenantId]/visits?colour")).toContain("does not read colour");
  expect(missing("app/dashboard/[tenantId]/till/actions.ts#give")).toContain("is not there");
  expect(missing("/nowhere")).toContain("is no page");
});
