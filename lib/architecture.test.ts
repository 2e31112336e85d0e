import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// Who may import whom. Domains may call earlier ones; whatever wants to go against the order does it by an event.
const order = [
  ["services", "staff", "customers"],
  ["availability"],
  ["hours", "resources"],
  ["bookings", "waitlist"],
  ["visits"],
  // The till sells from the shelf, in its own transaction.
  ["inventory"],
  ["payments"],
  // The till takes a customer's code, in its own transaction.
  ["vouchers"],
  ["till"],
  ["payroll"],
  ["expenses", "rewards", "reviews", "gallery", "conversations", "enquiries", "subscriptions"],
  ["notifications"],
  ["campaigns"],
  ["members"],
  // Everything held of a customer, whoever holds it: handed out, erased, moved to who they turn out to be.
  ["records"],
  ["imports"],
  // All of a business: to be taken elsewhere, and come from elsewhere.
  ["archive", "moving-in"],
  // How far a new business has come, whatever it has; and how one goes.
  ["setup", "closing"],
  ["analytics"],
  ["admin"],
];
const rank = (domain: string) => order.findIndex((group) => group.includes(domain));
const foundation = ["tenancy", "auth", "events", "platform"];
/** The verb writes its own notification or message in its transaction; these are the places that make them. */
const sharedVerbs = ["create-notification", "queue-message", "wipe-messages"].map(
  (verb) => `lib/notifications/${verb}`,
);

type Import = { from: string; to: string; typeOnly: boolean };

/** Why an import is refused, or null. */
function offence({ from, to, typeOnly }: Import): string | null {
  const test = /\.test\.tsx?$|\/testing\//.test(from);
  if (test) return null;
  const at = from.split("/");
  const into = to.split("/");
  if (
    to.includes("/internal/") &&
    dirname(from) !== dirname(to).replace(/\/internal.*/, "") &&
    !from.includes("/internal/")
  ) {
    return "another folder's internal/";
  }
  if (to === "db/platform-client" && !/^(lib\/(admin|jobs|subscriptions)|db)\//.test(from))
    return "the platform client";
  if (to === "lib/reactions" && at[1] !== "jobs") return "reactions are for jobs only";
  if (from === "middleware.ts")
    return /^lib\/(platform|tenancy\/slug)/.test(to) || to === "next/server" ? null : "middleware decides no rights";
  if (at[0] === "app") {
    if (at[1] === "_components") {
      const open =
        /^lib\/platform\/(i18n|format)$|^lib\/[^/]+\/(input|rules)$|^app\/_components\/|^app\/_words\/(phrase|use-say)$/.test(
          to,
        );
      return typeOnly || open || !/^(lib|db|app)\//.test(to)
        ? null
        : "components take values from nowhere but themselves";
    }
    // What went wrong may be asked for by name; what is stored may not.
    return into[0] === "db" && !typeOnly && to !== "db/errors" ? "screens do not touch the database" : null;
  }
  if (at[0] === "db" && at[1] === "schema") return /^(lib|app)\//.test(to) ? "the schema knows no code" : null;
  if (at[0] !== "lib" || at.length === 2) return null;
  const domain = at[1]!;
  if (into[0] === "app") return "lib knows no screens";
  if (/^next($|\/)/.test(to) && !typeOnly) return "lib knows no framework";
  if (domain === "availability") return to.startsWith("lib/availability/") || typeOnly ? null : "the engine is pure";
  if (from === "lib/payments/ledger.ts") return typeOnly ? null : "the ledger is pure";
  const mayQuery =
    ["tenancy", "auth", "realtime", "jobs", "admin"].includes(domain) ||
    /^lib\/platform\/(rate-limit|idempotency)/.test(from);
  // Whatever leaves the house is counted there.
  if (to === "db/schema/notifications" && domain !== "notifications") return "messages are queued by queue-message";
  if (to === "db/client" && !mayQuery) return "queries go through a scope";
  if (into[0] !== "lib" || typeOnly || into[1] === domain || foundation.includes(into[1]!)) return null;
  if (["jobs", "realtime", "tenancy"].includes(domain) || sharedVerbs.includes(to)) return null;
  if (rank(into[1]!) < 0) return `${into[1]} is no domain`;
  return rank(into[1]!) <= rank(domain) ? null : `${into[1]} comes after ${domain}`;
}

const root = fileURLToPath(new URL("..", import.meta.url));

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^"';]*?from\s+)?["']([^"']+)["']/gm);
  return [...found].map(([, type, names, target]) => ({
    from: file,
    to: target!.startsWith("@/")
      ? target!.slice(2)
      : target!.startsWith(".")
        ? normalize(join(dirname(file), target!))
        : target!,
    typeOnly: Boolean(type) || /^\{(\s*type [^,}]+,?)+\s*\}\s*from/.test(names ?? ""),
  }));
}

const sources = [...["app", "lib", "db/schema"].flatMap(filesUnder), "middleware.ts"];
const imports = sources.flatMap(importsOf);

test("nobody imports what they may not", () => {
  const offences = imports.flatMap((one) => {
    const why = offence(one);
    return why ? [`${one.from} → ${one.to}: ${why}`] : [];
  });
  expect(offences).toEqual([]);
});

test("the scan saw the code", () => {
  expect(sources.length).toBeGreaterThan(60);
  expect(imports.filter((one) => one.to === "lib/tenancy/with-tenant").length).toBeGreaterThan(3);
});

describe("planted offences are caught", () => {
  test.each([
    ["app/book/[slug]/page.tsx", "db/client"],
    ["app/_components/shell/rail.tsx", "lib/bookings/book-slot"],
    ["lib/services/list-services.ts", "lib/bookings/book-slot"],
    ["lib/bookings/book-slot.ts", "db/client"],
    ["lib/bookings/book-slot.ts", "next/headers"],
    ["lib/bookings/book-slot.ts", "lib/analytics/day-stats"],
    ["lib/availability/visit-plan.ts", "lib/platform/clock"],
    ["lib/analytics/day-stats.ts", "lib/bookings/internal/house"],
    ["lib/auth/sign-in.ts", "db/platform-client"],
    ["lib/members/invite-member.ts", "db/schema/notifications"],
    ["lib/realtime/hub.ts", "app/_server/visitor"],
    ["lib/bookings/book-slot.ts", "lib/reactions"],
    ["db/schema/events.ts", "lib/events/catalogue"],
    ["middleware.ts", "lib/auth/sessions"],
  ])("%s → %s", (from, to) => expect(offence({ from, to, typeOnly: false })).not.toBeNull());
});
