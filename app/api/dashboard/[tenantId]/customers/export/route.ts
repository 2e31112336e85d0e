import { always } from "@/app/_server/proof";
import { memberCommand } from "@/app/_server/route";
import { recordAudit } from "@/lib/auth/audit";
import { type CustomerLine, customersForFile } from "@/lib/customers/list-customers";
import { statusWords } from "@/lib/customers/rules";
import { exportCustomersInput } from "@/lib/customers/segment-input";
import { writeCsv } from "@/lib/platform/csv";

const header = [
  ...["Name", "Phone", "E-mail", "Status", "Tags", "Lives in", "Birthday", "Visits", "Paid", "Currency"],
  ...["Last visit", "Known since"],
];

/**
 * What the filters show, as a file: many people's numbers at once, so whoever asks has just shown who they are, and it is
 * written down what left the house. That is why it is a POST.
 */
export const POST = memberCommand(
  "customers.export",
  exportCustomersInput,
  async (scope, { membership }, { filters }) => {
    const lines = await customersForFile(scope, filters);
    await recordAudit(scope, {
      action: "customers.exported",
      entity: "tenant",
      entityId: scope.tenantId,
      // What was searched for may be somebody's number.
      after: { customers: lines.length, ...filters, ...(filters.search ? { search: "…" } : {}) },
    });
    return new Response(writeCsv([header, ...lines.map(lineOf)]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="customers-${membership.slug}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);

const lineOf = (one: CustomerLine): string[] => [
  one.name,
  one.phone ?? "",
  one.email ?? "",
  statusWords(one.status),
  one.tags.join("; "),
  one.location,
  one.birthday ?? "",
  String(one.visits),
  (one.spentMinor / 100).toFixed(2),
  one.currency,
  one.lastVisit?.slice(0, 10) ?? "",
  one.since.slice(0, 10),
];
