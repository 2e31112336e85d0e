/**
 * What each table holds of a customer, and what becomes of it: told in an export, erased, or moved to whoever they turn out
 * to be. A test asks the catalogue for every table that names a customer, so that a new one cannot be forgotten.
 */
type Held = {
  /** The rows of a customer among `ids`, over `t`, where no column `customer_id` says it. */
  of?: string;
  /** Under which name, and which columns, somebody is told of it; or why not. */
  told: { as: string; columns: readonly string[]; by?: string } | { not: string };
  /** What is put in place of it, by column; `row`: the whole row goes; or why nothing is. */
  erased: { put: Record<string, string> } | "row" | { stays: string };
  /** Whether it goes along when two customers become one, and by which key it is known then; or why not. */
  merged: { key: string } | { not: string };
};

const ofBookings =
  "t.booking_id in (select b.id from bookings b where b.tenant_id = t.tenant_id and b.customer_id = any(:ids))";
const ofVisits =
  "t.visit_id in (select v.id from visits v where v.tenant_id = t.tenant_id and v.customer_id = any(:ids))";
const ofSales = "t.sale_id in (select s.id from sales s where s.tenant_id = t.tenant_id and s.customer_id = any(:ids))";
const ofPayments =
  "t.payment_id in (select p.id from payments p where p.tenant_id = t.tenant_id and p.customer_id = any(:ids))";
const along = { not: "goes with what it belongs to" };
const idsOnly = { stays: "names nobody: ids, times and amounts" };

export const erasedName = "Erased customer";

export const held: Record<string, Held> = {
  consents: {
    told: { as: "consents", columns: ["purpose", "channel", "granted", "wording", "source", "created_at"] },
    erased: { stays: "what was allowed when is what sending was lawful by; it names nobody" },
    merged: { key: "id" },
  },
  customer_photos: {
    told: { as: "photo", columns: ["content_type", "version", "created_at", "bytes"] },
    erased: "row",
    merged: { not: "whoever is kept keeps their own picture" },
  },
  bookings: {
    told: {
      as: "bookings",
      columns: [
        "reference",
        "status",
        "source",
        "starts_at",
        "ends_at",
        "total_minor",
        "currency",
        "booked_as",
        "notes",
        "deposit",
        "deposit_minor",
        "created_at",
      ],
    },
    erased: { put: { booked_as: `jsonb_build_object('name', '${erasedName}')`, notes: "''" } },
    merged: { key: "id" },
  },
  booking_lines: {
    of: ofBookings,
    told: {
      as: "booking_services",
      columns: ["booking_id", "service_name", "starts_at", "ends_at", "price_minor", "currency", "addons"],
      by: "starts_at",
    },
    erased: idsOnly,
    merged: along,
  },
  booking_changes: {
    of: ofBookings,
    told: {
      as: "booking_steps",
      columns: ["booking_id", "move", "from_status", "to_status", "by_kind", "reason", "created_at"],
    },
    erased: { put: { reason: "''" } },
    merged: along,
  },
  booking_fees: {
    of: ofBookings,
    told: { as: "fees", columns: ["booking_id", "kind", "amount_minor", "currency", "status", "reason", "created_at"] },
    erased: { put: { reason: "''" } },
    merged: along,
  },
  visits: {
    told: {
      as: "visits",
      columns: ["id", "started_at", "completed_at", "total_minor", "paid_minor", "currency", "notes"],
      by: "started_at",
    },
    erased: { put: { notes: "''" } },
    merged: { key: "id" },
  },
  visit_lines: {
    of: ofVisits,
    told: { as: "visit_services", columns: ["visit_id", "service_name", "price_minor"], by: "visit_id" },
    erased: idsOnly,
    merged: along,
  },
  sales: {
    told: {
      as: "sales",
      columns: [
        "id",
        "number",
        "status",
        "subtotal_minor",
        "discount_minor",
        "discount_reason",
        "tip_minor",
        "total_minor",
        "currency",
        "created_at",
        "void_reason",
      ],
    },
    erased: { put: { discount_reason: "''", void_reason: "''" } },
    merged: { key: "id" },
  },
  sale_lines: {
    of: ofSales,
    told: { as: "sale_lines", columns: ["sale_id", "name", "quantity", "unit_minor", "discount_minor"], by: "sale_id" },
    erased: idsOnly,
    merged: along,
  },
  payments: {
    told: {
      as: "payments",
      columns: ["purpose", "method", "amount_minor", "currency", "status", "phone", "receipt", "created_at"],
    },
    // The code and the amount are what the books are checked by.
    erased: { put: { phone: "null" } },
    merged: { key: "id" },
  },
  payment_callbacks: {
    of: ofPayments,
    told: { not: "the payment says what it said" },
    erased: { put: { sealed: "''" } },
    merged: along,
  },
  refunds: {
    told: {
      as: "refunds",
      columns: ["amount_minor", "currency", "why", "status", "method", "note", "receipt", "created_at"],
    },
    erased: { put: { note: "''", details: "'{}'" } },
    merged: { key: "id" },
  },
  queue_tickets: {
    told: { as: "queue", columns: ["day", "number", "status", "created_at", "ended_at"] },
    erased: idsOnly,
    merged: { key: "id" },
  },
  waitlist_entries: {
    told: { as: "waitlist", columns: ["name", "windows", "ended", "created_at"] },
    erased: { put: { name: `'${erasedName}'` } },
    merged: { key: "id" },
  },
  messages: {
    told: {
      as: "messages",
      columns: ["channel", "to_address", "template", "subject", "body", "status", "created_at", "sent_at"],
    },
    erased: {
      put: {
        to_address: "''",
        subject: "''",
        body: "''",
        secret_until: "null",
        status: "case status when 'queued' then 'failed' else status end",
      },
    },
    merged: { key: "id" },
  },
  notifications: {
    told: { as: "told_to_the_house", columns: ["title", "message", "created_at"] },
    erased: { put: { title: `'${erasedName}'`, message: "''" } },
    merged: { key: "id" },
  },
  customer_import_rows: {
    told: { not: "what came of it is in the customer itself" },
    erased: "row",
    merged: { not: "says whom a file once added" },
  },
  events: {
    told: { not: "says in ids what the rest says in words" },
    erased: { stays: "holds ids and no words of theirs" },
    merged: { not: "says what happened then, to whom it happened" },
  },
  audit_entries: {
    told: { not: "told by itself, opened with their key" },
    erased: { stays: "sealed with their key, which is destroyed" },
    merged: { not: "sealed with the key of whom it was about" },
  },
  customer_keys: {
    told: { not: "opens what is told" },
    erased: { put: { sealed_key: "null", destroyed_at: ":now" } },
    merged: { not: "opens what was written about whoever it is of" },
  },
};

/** The condition over `t`, with the customers' ids and the moment filled in. */
export const rowsOf = ({ of }: Held): string => of ?? "t.customer_id = any(:ids)";
