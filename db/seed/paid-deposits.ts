import { localDate } from "@/lib/platform/calendar";
import { amani } from "./amani";
import { tenantIdOf } from "./base";
import { demoId } from "./stable";

export type PaidBooking = { id: string; customerId: string; reference: string; coming: boolean };

type Row = Record<string, unknown>;
type Written = { head: Row; lines: Row[] };
type Deposit = { payment: Row; receipts: Row[]; written: Written[]; refunds: Row[] };

const tenantId = tenantIdOf(amani);
const hour = 3_600_000;
const amountMinor = 50_000;

type Scene = {
  method: "prompt" | "code";
  status: "paid" | "paid_late" | "declined" | "expired" | "needs_review";
  proof?: "callback" | "statement" | "word";
  /** So many hours ago. */
  ago: number;
  receipt?: string;
  code?: string;
  doubt?: string;
  /** The money is for nothing any more; or it has been asked to go back, and how that went. */
  refund?: { status: string; why: string; method?: string; note?: string; receipt?: string };
};

/** For visits to come, in their order. */
const coming: Scene[][] = [
  [{ method: "prompt", status: "paid", proof: "callback", ago: 2, receipt: "UKS1AB4C7D" }],
  [
    { method: "prompt", status: "declined", ago: 5.2, code: "1032" },
    { method: "prompt", status: "paid", proof: "callback", ago: 5, receipt: "UKS1AB4C8E" },
  ],
  [{ method: "code", status: "paid", proof: "word", ago: 7, receipt: "UKS1AB4C9F" }],
  [{ method: "code", status: "paid", proof: "word", ago: 26, receipt: "UKR2CD5E1G", doubt: "not_in_statement" }],
  [{ method: "prompt", status: "paid", proof: "callback", ago: 28, receipt: "UKR2CD5E2H" }],
  [{ method: "code", status: "paid", proof: "statement", ago: 50, receipt: "UKQ3EF6G3J" }],
  [
    { method: "prompt", status: "expired", ago: 52.1, code: "1037" },
    { method: "prompt", status: "paid", proof: "callback", ago: 52, receipt: "UKQ3EF6G4K" },
  ],
  [{ method: "prompt", status: "paid", proof: "callback", ago: 75, receipt: "UKP4GH7J5L" }],
];

/** For visits that are not to be. */
const over: Scene[][] = [
  [
    {
      method: "prompt",
      status: "paid_late",
      proof: "callback",
      ago: 4,
      receipt: "UKS1AB4D1M",
      doubt: "late",
      refund: { status: "queued", why: "late" },
    },
  ],
  [{ method: "prompt", status: "needs_review", ago: 30, doubt: "never_answered" }],
  [
    {
      method: "prompt",
      status: "paid",
      proof: "callback",
      ago: 54,
      receipt: "UKQ3EF6G5N",
      refund: { status: "done", why: "cancelled", method: "mpesa", receipt: "UKQ3EF6G6P" },
    },
  ],
  [
    {
      method: "prompt",
      status: "paid",
      proof: "callback",
      ago: 78,
      receipt: "UKP4GH7J6Q",
      refund: { status: "failed", why: "cancelled", method: "reversal", note: "R000002" },
    },
  ],
];

/** What was paid for these bookings, with its receipts, what the ledger says of it and what goes back. */
export function depositsOf(bookings: readonly PaidBooking[], now: Date): Deposit[] {
  const scenes = (ofThose: readonly PaidBooking[], all: readonly Scene[][]) =>
    ofThose.flatMap((booking, at) => (all[at] ?? []).map((scene, nth) => depositOf(booking, scene, nth + 1, now)));
  return [
    ...scenes(
      bookings.filter((one) => one.coming),
      coming,
    ),
    ...scenes(
      bookings.filter((one) => !one.coming),
      over,
    ),
  ];
}

function depositOf(
  { id: bookingId, customerId, reference }: PaidBooking,
  scene: Scene,
  nth: number,
  now: Date,
): Deposit {
  const { method, status, proof = null, ago, receipt = null, code = null, doubt = null } = scene;
  const at = new Date(now.getTime() - ago * hour);
  const ended = new Date(at.getTime() + 20_000);
  const id = demoId(`payment ${method} ${status} ${ago}`);
  const isPaid = status === "paid" || status === "paid_late";
  const isPrompt = method === "prompt";
  const payment = {
    ...{ tenant_id: tenantId, id, purpose: "deposit", booking_id: bookingId, customer_id: customerId, method },
    ...{ amount_minor: amountMinor, currency: "KES", status, proof, receipt, doubt, result_code: code },
    phone: isPrompt ? `+2547${String(20_000_000 + Math.round(ago * 1_000))}` : null,
    reference: isPrompt ? `${reference}-${nth}` : null,
    shortcode: isPrompt ? "174379" : null,
    merchant_request_id: isPrompt ? `demo-${id}` : null,
    checkout_request_id: isPrompt ? `ws_CO_${id}` : null,
    ...{ asked_at: isPrompt ? at : null, settled_at: status === "needs_review" ? null : ended },
    ...{ looks: status === "needs_review" ? 9 : 0, said_paid: 0, created_at: at },
  };
  if (!isPaid) return { payment, receipts: [], written: [], refunds: [] };
  const about = { booking: bookingId, payment: id, at: ended };
  const tender = proof === "word" ? "mpesa_by_hand" : "mpesa";
  const owed = status === "paid_late" ? "unclaimed" : "deposits";
  const written = [writtenOf(`payment ${id}`, owed === "deposits" ? "deposit" : "money_late", [tender, owed], about)];
  const { refund } = scene;
  const refundId = demoId(`refund ${ago}`);
  if (refund?.status === "done")
    written.push(writtenOf(`refund ${refundId}`, "refund", ["deposits", "mpesa"], { ...about, refund: refundId }));
  const receipts = [
    { tenant_id: tenantId, receipt, amount_minor: amountMinor, reference, paid_at: at, source: "callback" },
  ];
  return {
    payment,
    receipts: proof === "word" ? [] : receipts.map((row) => ({ ...row, payment_id: id, created_at: ended })),
    written,
    refunds: refund
      ? [
          {
            ...{ tenant_id: tenantId, id: refundId, payment_id: id, booking_id: bookingId, customer_id: customerId },
            ...{ amount_minor: amountMinor, currency: "KES", why: refund.why, status: refund.status },
            ...{ method: refund.method ?? null, note: refund.note ?? "", receipt: refund.receipt ?? null },
            ...{ not_before: ended, done_at: refund.status === "done" ? new Date(ended.getTime() + hour) : null },
            ...{ details: {}, created_at: ended },
          },
        ]
      : [],
  };
}

type About = { booking: string; payment: string; refund?: string; at: Date };

/** As much debit as credit, for the day on which it happened. */
function writtenOf(source: string, kind: string, [debited, credited]: [string, string], about: About): Written {
  const id = demoId(`ledger ${source}`);
  const line = { tenant_id: tenantId, transaction_id: id, currency: "KES" };
  return {
    head: {
      ...{ tenant_id: tenantId, id, kind, source, at: about.at, day: localDate(about.at, amani.timeZone) },
      ...{
        payment_id: about.payment,
        booking_id: about.booking,
        refund_id: about.refund ?? null,
        created_at: about.at,
      },
    },
    lines: [
      { ...line, position: 0, account: debited, debit_minor: amountMinor, credit_minor: 0 },
      { ...line, position: 1, account: credited, debit_minor: 0, credit_minor: amountMinor },
    ],
  };
}
