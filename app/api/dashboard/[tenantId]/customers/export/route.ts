import { fileWords } from "@/app/_server/file-words";
import { always } from "@/app/_server/proof";
import { memberCommand } from "@/app/_server/route";
import { sayTo } from "@/app/_server/say-to";
import type { Say } from "@/app/_words/say";
import { recordAudit } from "@/lib/auth/audit";
import { type CustomerLine, customersForFile } from "@/lib/customers/list-customers";
import { statusWords } from "@/lib/customers/rules";
import { exportCustomersInput } from "@/lib/customers/segment-input";
import { writeCsv } from "@/lib/platform/csv";

/**
 * What the filters show, as a file: many people's numbers at once, so whoever asks has just shown who they are, and it is
 * written down what left the house. That is why it is a POST.
 */
export const POST = memberCommand(
  "customers.export",
  exportCustomersInput,
  async (scope, { membership, visitor }, { filters }) => {
    const lines = await customersForFile(scope, filters);
    await recordAudit(scope, {
      action: "customers.exported",
      entity: "tenant",
      entityId: scope.tenantId,
      // What was searched for may be somebody's number.
      after: { customers: lines.length, ...filters, ...(filters.search ? { search: "…" } : {}) },
    });
    const say = sayTo(visitor);
    const header = Object.values(fileWords[say.language].customers);
    return new Response(writeCsv([header, ...lines.map((one) => lineOf(say, one))]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="customers-${membership.slug}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);

const lineOf = (say: Say, one: CustomerLine): string[] => [
  one.name,
  one.phone ?? "",
  one.email ?? "",
  say.known(statusWords(one.status)),
  one.tags.join("; "),
  one.location,
  one.birthday ?? "",
  String(one.visits),
  (one.spentMinor / 100).toFixed(2),
  one.currency,
  one.lastVisit?.slice(0, 10) ?? "",
  one.since.slice(0, 10),
];
