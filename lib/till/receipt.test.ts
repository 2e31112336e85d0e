import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import type { Receipt } from "./get-receipt";
import { receiptParts } from "./receipt-lines";
import { receiptPdf } from "./receipt-pdf";
import { readSize, receiptSizes } from "./rules";

const line = {
  id: "1",
  kind: "service" as const,
  serviceId: "s",
  productId: null,
  name: "Box braids",
  staffId: "n",
  staffName: "Njeri Mwangi",
  quantity: 1,
  unitMinor: 380_000,
  discountMinor: 0,
};
const receipt: Receipt = {
  house: {
    name: "Amani Salon & Spa",
    city: "Nairobi",
    phone: "+254712480160",
    timeZone: "Africa/Nairobi",
    slug: "amani",
    colour: "#8a3a62",
  },
  sale: {
    id: "x",
    number: 42,
    status: "closed",
    bookingId: null,
    visitId: null,
    customer: { name: "Wanjiku 美 Ngũgĩ" },
    lines: [
      line,
      {
        ...line,
        id: "2",
        name: "A name that is so long that no roll of paper has the room to hold all of it",
        quantity: 3,
      },
    ],
    subtotalMinor: 1_520_000,
    discountMinor: 20_000,
    voucher: null,
    discountReason: "Waited",
    tipMinor: 10_000,
    vatMinor: 206_897,
    vatPercent: 16,
    totalMinor: 1_510_000,
    owedMinor: 0,
    paidMinor: 1_510_000,
    dueBackMinor: 0,
    refundableMinor: 1_510_000,
    currency: "KES",
    revision: 0,
    payments: [
      {
        id: "p",
        method: "cash",
        status: "paid",
        amountMinor: 1_000_000,
        changeMinor: 50_000,
        detail: null,
        resultCode: null,
        at: "2026-11-24T10:00:00Z",
      },
      {
        id: "q",
        method: "prompt",
        status: "paid",
        amountMinor: 510_000,
        changeMinor: 0,
        detail: "ZABC123456",
        resultCode: null,
        at: "2026-11-24T10:00:00Z",
      },
      {
        id: "r",
        method: "prompt",
        status: "declined",
        amountMinor: 510_000,
        changeMinor: 0,
        detail: null,
        resultCode: null,
        at: "2026-11-24T10:00:00Z",
      },
    ],
    mpesa: null,
    refunds: [],
    voidReason: "",
    createdAt: "2026-11-24T09:00:00Z",
    closedAt: "2026-11-24T10:00:00Z",
    receiptToken: "t",
  },
};

test("a receipt says what was sold, how it was paid, the change and the tax, and is no invoice", () => {
  const parts = receiptParts(receipt);
  expect(parts.title).toBe("Payment receipt");
  expect(parts.sums).toEqual([
    { term: "Discount", value: "-KES 200" },
    { term: "Tip", value: "KES 100" },
    { term: "Total", value: "KES 15,100", strong: true },
    { term: "of it VAT 16 %", value: "KES 2,068.97" },
  ]);
  expect(parts.tenders).toEqual([
    { term: "Cash", value: "KES 10,000" },
    { term: "Handed over", value: "KES 10,500" },
    { term: "Change", value: "KES 500" },
    { term: "M-Pesa ZABC123456", value: "KES 5,100" },
  ]);
  expect(parts.standing).toBe("Paid in full");
  expect(JSON.stringify(parts)).not.toMatch(/invoice/i);
  const open = receiptParts({ ...receipt, sale: { ...receipt.sale, status: "open", owedMinor: 5_000 } });
  expect(open.standing).toBe("KES 50 left to pay");
  const sw = receiptParts(receipt, "sw");
  expect([sw.title, sw.about[0]!.term, sw.standing]).toEqual(["Risiti ya malipo", "Namba", "Imelipwa yote"]);
});

test.each(receiptSizes)("it is a file for %s, whatever letters are in it", async (size) => {
  const file = await PDFDocument.load(await receiptPdf(receipt, size));
  expect(file.getTitle()).toBe("Payment receipt 42");
  const wide = { "58": 58, "80": 80, a4: 210 }[size];
  expect(Math.round(file.getPage(0).getWidth() / (72 / 25.4))).toBe(wide);
  expect(file.getPageCount()).toBe(1);
});

test("a receipt longer than a sheet goes on on the next one", async () => {
  const lines = Array.from({ length: 90 }, (_, at) => ({ ...line, id: String(at) }));
  const file = await PDFDocument.load(await receiptPdf({ ...receipt, sale: { ...receipt.sale, lines } }, "a4"));
  expect(file.getPageCount()).toBeGreaterThan(1);
});

test("an unknown paper is the usual roll", () => {
  expect([readSize("58"), readSize("a4"), readSize("A5"), readSize(undefined)]).toEqual(["58", "a4", "80", "80"]);
});
