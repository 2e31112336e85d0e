/** What became of a payment, for people: one class has one message. */
export type ResultClass =
  | "paid"
  | "funds"
  | "limit"
  | "cancelled"
  | "expired"
  | "pin"
  | "retry_later"
  | "merchant"
  | "config"
  | "unknown";

const classes: Record<Exclude<ResultClass, "unknown">, readonly string[]> = {
  paid: ["0"],
  funds: ["1"],
  limit: ["3", "4"],
  cancelled: ["1032"],
  expired: ["1019", "1036", "1037"],
  pin: ["2001", "8006"],
  retry_later: ["17", "26", "1001", "1025", "9999"],
  merchant: ["8"],
  config: ["2", "11", "21", "2006", "2028", "SFC_IC0003"],
};

const byCode = new Map(
  Object.entries(classes).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ResultClass] as const)),
);

/** A number in callbacks, text in query answers, and sometimes no number at all. */
export const codeOf = (value: unknown): string =>
  typeof value === "number" || typeof value === "string" ? String(value).trim() : "";

export const classOf = (code: string): ResultClass => byCode.get(code) ?? "unknown";

const final = "1 2 3 4 8 17 1001 1019 1025 1032 1037 2001 2028 8006 9999 SFC_IC0003".split(" ");

/** Whether a query that answers this says that nothing was paid. Any other code leaves the payment open. */
export const endsUnpaid = (code: string): boolean => final.includes(code);

/** Query only: the prompt is still on the phone. */
export const stillProcessing = "4999";
