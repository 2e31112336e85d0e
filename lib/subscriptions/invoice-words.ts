import { formatCalendarDate, type Language } from "@/lib/platform/format";

/** What an invoice of the platform's says as a file; its lines stay as they were written. */

const en = {
  title: (number: string) => `Invoice ${number}`,
  for: (business: string) => `For ${business}`,
  due: (day: string) => `Due ${day}`,
  paid: "Paid",
  toPay: "To pay",
  paidOn: (day: string, how: string) => `Paid ${day} ${how}`,
  paidBy: { mpesa: "by M-Pesa", elsewhere: "otherwise", credit: "from your credit" },
  void: "Void: nothing is asked for it any more.",
};

export type InvoiceWords = typeof en;

const sw: InvoiceWords = {
  title: (number) => `Ankara ${number}`,
  for: (business) => `Kwa ${business}`,
  due: (day) => `Ilipwe kufikia ${day}`,
  paid: "Imelipwa",
  toPay: "Ya kulipa",
  paidOn: (day, how) => `Imelipwa ${day} ${how}`,
  paidBy: { mpesa: "kwa M-Pesa", elsewhere: "kwa njia nyingine", credit: "kutoka salio lako" },
  void: "Imebatilishwa: hakuna kinachodaiwa tena.",
};

export const invoiceWords: Record<Language, InvoiceWords> = { en, sw };

const day = "[A-Z][a-z]{2} \\d{1,2} [A-Z][a-z]+ \\d{4}";
const period = new RegExp(`^(.+), (${day}) to (${day})$`, "s");
const left = new RegExp(`^Left of (.+), paid until (${day})$`, "s");

/** `Tue 24 Nov 2026`, as it was written down, in Swahili. */
function dayOf(written: string): string {
  const at = Date.parse(`${written.replace(/^\S+ /, "")} 12:00 UTC`);
  return Number.isNaN(at) ? written : formatCalendarDate(new Date(at).toISOString().slice(0, 10), "sw");
}

/** A line of an invoice, which is kept in English, as its reader reads it. */
export function lineWords(text: string, language: Language): string {
  if (language === "en") return text;
  if (text === "Credit") return "Salio lako";
  const [, plan, from, to] = period.exec(text) ?? [];
  if (plan && from && to) return `${plan}, ${dayOf(from)} hadi ${dayOf(to)}`;
  const [, had, until] = left.exec(text) ?? [];
  return had && until ? `Kilichobaki cha ${had}, kilicholipiwa hadi ${dayOf(until)}` : text;
}
