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
  merged: Going | { not: string };
};

type Going = {
  key: string;
  /** The columns that name somebody, where it is not `customer_id` alone. */
  by?: readonly string[];
  /** Over `t`, by column: which rows stay where they are, as `:to` has what can be had once. */
  stays?: Record<string, string>;
};

/** A table whose rows go along, with each column that names somebody. */
export function goingRows(): { table: string; key: string; column: string; stays: string | undefined }[] {
  return Object.entries(held).flatMap(([table, { merged }]) =>
    "key" in merged
      ? (merged.by ?? ["customer_id"]).map((column) => ({
          ...{ table, key: merged.key, column },
          stays: merged.stays?.[column],
        }))
      : [],
  );
}

const ofBookings =
  "t.booking_id in (select b.id from bookings b where b.tenant_id = t.tenant_id and b.customer_id = any(:ids))";
const ofVisits =
  "t.visit_id in (select v.id from visits v where v.tenant_id = t.tenant_id and v.customer_id = any(:ids))";
const ofSales = "t.sale_id in (select s.id from sales s where s.tenant_id = t.tenant_id and s.customer_id = any(:ids))";
const ofPayments =
  "t.payment_id in (select p.id from payments p where p.tenant_id = t.tenant_id and p.customer_id = any(:ids))";
const ofConversations =
  "t.conversation_id in (select k.id from conversations k where k.tenant_id = t.tenant_id and k.customer_id = any(:ids))";
/** Who wrote by a form is known by a number or an address alone, as far as it is nobody else's, too. */
const byAddress = `exists (select from customers c where c.tenant_id = t.tenant_id and c.id = any(:ids)
    and (c.phone = t.phone or lower(c.email) = lower(t.email)))
  and not exists (select from customers o where o.tenant_id = t.tenant_id and o.id <> all(:ids)
    and (o.phone = t.phone or lower(o.email) = lower(t.email)))`;
const along = { not: "goes with what it belongs to" };
const idsOnly = { stays: "names nobody: ids, times and amounts" };

/** Over `t`: whoever is kept has one of these already. */
const toHas = (table: string, same = "true") =>
  `exists (select from ${table} o where o.tenant_id = t.tenant_id and o.customer_id = :to and ${same})`;

export const erasedName = "Erased customer";

export const held: Record<string, Held> = {
  consents: {
    told: { as: "consents", columns: ["purpose", "channel", "granted", "wording", "source", "created_at"] },
    erased: { stays: "what was allowed when is what sending was lawful by; it names nobody" },
    merged: { key: "id" },
  },
  customer_browsers: {
    told: { as: "browsers", columns: ["created_at"] },
    erased: "row",
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
        failure: "''",
        secret_until: "null",
        status: "case when status in ('queued', 'sending') then 'failed' else status end",
      },
    },
    merged: { key: "id" },
  },
  notifications: {
    told: { as: "told_to_the_house", columns: ["title", "message", "created_at"] },
    erased: { put: { title: `'${erasedName}'`, message: "''" } },
    merged: { key: "id" },
  },
  customer_notes: {
    told: { as: "notes", columns: ["body", "created_at", "struck_at"] },
    erased: { put: { body: "'Erased'" } },
    merged: { key: "id" },
  },
  customer_favourites: {
    told: { as: "favourites", columns: ["service_id"], by: "service_id" },
    erased: "row",
    merged: { key: "service_id", stays: { customer_id: toHas("customer_favourites", "o.service_id = t.service_id") } },
  },
  booking_handovers: {
    of: "(t.from_customer_id = any(:ids) or t.to_customer_id = any(:ids))",
    told: { as: "handed_over", columns: ["booking_id", "choice", "booked_as", "created_at", "undone_at"] },
    erased: { put: { booked_as: `jsonb_build_object('name', '${erasedName}')` } },
    merged: { key: "id", by: ["from_customer_id", "to_customer_id"] },
  },
  reviews: {
    told: {
      as: "reviews",
      columns: ["rating", "words", "is_public", "created_at", "changed_at", "answer", "hidden_reason"],
    },
    // The stars are of the work that was done.
    erased: { put: { words: "''", answer: "''", answered_at: "null", hidden_reason: "''", hidden_at: "null" } },
    merged: { key: "id" },
  },
  review_requests: {
    told: { as: "asked_for_review", columns: ["visit_id", "created_at", "asked_at"] },
    erased: idsOnly,
    merged: { key: "visit_id" },
  },
  conversations: {
    told: { as: "conversations", columns: ["id", "created_at", "last_at"] },
    erased: idsOnly,
    // Read as the earlier part of the one that the other has.
    merged: { key: "id", stays: { customer_id: toHas("conversations") } },
  },
  conversation_messages: {
    of: ofConversations,
    told: { as: "conversation", columns: ["conversation_id", "seq", "side", "words", "created_at"] },
    erased: { put: { words: "''" } },
    merged: along,
  },
  enquiries: {
    of: byAddress,
    told: { as: "enquiries", columns: ["name", "phone", "email", "subject", "words", "created_at"] },
    erased: { stays: "goes by every number and address they ever had: see blotWords" },
    merged: { not: "says what somebody typed, and is found by it" },
  },
  points_entries: {
    told: { as: "points", columns: ["kind", "points", "visits", "reason", "expires_at", "created_at"] },
    erased: { put: { reason: "''" } },
    merged: { not: "rows are only added: what is left goes over as an entry of each, see move-points" },
  },
  points_balances: {
    told: { as: "points_left", columns: ["points", "visits"], by: "customer_id" },
    erased: idsOnly,
    merged: { not: "the sum of the entries" },
  },
  vouchers: {
    told: { as: "codes", columns: ["code", "name", "kind", "status", "reason", "expires_at", "created_at"] },
    erased: { put: { reason: "''" } },
    merged: { key: "id" },
  },
  campaign_recipients: {
    told: { as: "campaigns", columns: ["campaign_id", "outcome", "channel", "why", "written_at", "created_at"] },
    erased: idsOnly,
    merged: {
      key: "campaign_id",
      stays: { customer_id: toHas("campaign_recipients", "o.campaign_id = t.campaign_id") },
    },
  },
  miss_you_letters: {
    told: { as: "missed", columns: ["visit_id", "created_at"] },
    erased: idsOnly,
    merged: { key: "id" },
  },
  referral_codes: {
    told: { as: "code_for_friends", columns: ["code", "created_at"] },
    erased: idsOnly,
    // Where both have one, both bring friends to who is kept.
    merged: { key: "code", stays: { customer_id: toHas("referral_codes") } },
  },
  referrals: {
    of: "(t.customer_id = any(:ids) or t.referrer_id = any(:ids))",
    told: { as: "friends", columns: ["customer_id", "referrer_id", "points", "created_at"] },
    erased: idsOnly,
    // Nobody came by themself, and everybody came once.
    merged: {
      key: "customer_id",
      by: ["customer_id", "referrer_id"],
      stays: {
        customer_id: `t.referrer_id = :to or ${toHas("referrals")}`,
        referrer_id: "t.customer_id = :to",
      },
    },
  },
  import_rows: {
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
