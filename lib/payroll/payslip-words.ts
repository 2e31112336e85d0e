import type { Language } from "@/lib/platform/format";

/** What a payslip as a file says. */

const en = {
  title: "Payslip",
  titleOf: (from: string, to: string) => `Payslip ${from} to ${to}`,
  days: (from: string, to: string) => `${from} to ${to}`,
  commission: "Commission",
  tips: "Tips",
  advances: "Advances taken off",
  brought: "Left over from before",
  percentOf: (percent: string, money: string) => `${percent} of ${money}`,
  each: (money: string) => `${money} each`,
  tip: (what: string) => `Tip: ${what}`,
  advance: (what: string) => `Advance: ${what}`,
  sale: (number: string) => `(sale ${number})`,
  toPay: "To pay",
  carried: "Taken off next time",
  paid: (day: string) => `Paid ${day}`,
  kept: (mark: string) => `Kept unchanged as ${mark}`,
};

export type PayslipWords = typeof en;

const sw: PayslipWords = {
  title: "Hati ya malipo",
  titleOf: (from, to) => `Hati ya malipo ${from} hadi ${to}`,
  days: (from, to) => `${from} hadi ${to}`,
  commission: "Kamisheni",
  tips: "Bakshishi",
  advances: "Malipo ya mapema yaliyokatwa",
  brought: "Salio la awali",
  percentOf: (percent, money) => `${percent} ya ${money}`,
  each: (money) => `${money} kila moja`,
  tip: (what) => `Bakshishi: ${what}`,
  advance: (what) => `Malipo ya mapema: ${what}`,
  sale: (number) => `(mauzo ${number})`,
  toPay: "Ya kulipwa",
  carried: "Itakatwa wakati ujao",
  paid: (day) => `Imelipwa ${day}`,
  kept: (mark) => `Imehifadhiwa bila kubadilika kama ${mark}`,
};

export const payslipWords: Record<Language, PayslipWords> = { en, sw };
