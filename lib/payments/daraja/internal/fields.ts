/** An id as Safaricom gives it: opaque, and short enough to be kept. */
export const readId = (value: unknown): string | null =>
  typeof value === "string" && value.length > 0 && value.length <= 128 ? value : null;

/** Whole shillings: a number, or text such as `1500.00`. Anything else is not an amount. */
export function readAmount(value: unknown): number | null {
  const amount = typeof value === "string" && /^\d+(\.0+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof amount === "number" && Number.isSafeInteger(amount) && amount > 0 ? amount : null;
}

/** Names and values in any order; of two with one name the first counts. */
export function readPairs(list: unknown, name: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of Array.isArray(list) ? list : []) {
    if (typeof item !== "object" || item === null) continue;
    const { [name]: key, Value: value } = item as Record<string, unknown>;
    if (typeof key === "string" && !found.has(key)) found.set(key, value);
  }
  return found;
}

export const readText = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
