import { expect, test } from "vitest";
import type { Payslip } from "./get-payslip";
import { payslipPdf, payslipRows } from "./payslip-pdf";

const slip = {
  ...{ name: "Njeri", from: "2026-11-01", to: "2026-11-30", currency: "KES", hash: "abc" },
  ...{
    commissionMinor: 50_000,
    tipsMinor: 0,
    advancesMinor: 10_000,
    broughtMinor: 0,
    payMinor: 40_000,
    carriedMinor: 0,
  },
  paid: { from: "mpesa", reference: "QX1", by: "Wanjiru", at: "2026-11-30T09:00:00.000Z" },
  lines: [
    {
      ...{ kind: "commission", day: "2026-11-03", name: "Braids", saleNumber: 7, amountMinor: 50_000 },
      ...{ rateKind: "percent", rate: 2_000, baseMinor: 250_000 },
    },
    {
      ...{ kind: "advance", day: "2026-11-04", name: "School fees", saleNumber: null, amountMinor: 10_000 },
      ...{ rateKind: null, rate: null, baseMinor: 0 },
    },
  ],
} as unknown as Payslip;
const house = { name: "Amani", timeZone: "Africa/Nairobi" };
const lefts = (language: "en" | "sw") => payslipRows(slip, house, language).map(({ left }) => left);

test("a payslip is read in the language of whoever asks for it", async () => {
  expect(lefts("en")).toEqual([
    ...["Amani", "Payslip", "Njeri", "Sun 1 Nov 2026 to Mon 30 Nov 2026", "Commission", "Advances taken off", "To pay"],
    "Paid Mon 30 Nov 2026, QX1",
    "Tue 3 Nov 2026  Braids (sale 7), 20% of KES 2,500",
    "Wed 4 Nov 2026  Advance: School fees",
    "Kept unchanged as abc",
  ]);
  expect(lefts("sw")).toEqual([
    ...["Amani", "Hati ya malipo", "Njeri", "Jumapili 1 Nov 2026 hadi Jumatatu 30 Nov 2026", "Kamisheni"],
    ...["Malipo ya mapema yaliyokatwa", "Ya kulipwa"],
    "Imelipwa Jumatatu 30 Nov 2026, QX1",
    "Jumanne 3 Nov 2026  Braids (mauzo 7), 20% ya KES 2,500",
    "Jumatano 4 Nov 2026  Malipo ya mapema: School fees",
    "Imehifadhiwa bila kubadilika kama abc",
  ]);
  expect((await payslipPdf(slip, house, "sw")).length).toBeGreaterThan(500);
});
