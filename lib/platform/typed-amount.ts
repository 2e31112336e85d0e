/**
 * A number as somebody types it: `1,500` and `1 500` are fifteen hundred, `12.50` and `12,5` have parts. NaN for what
 * could be either (`1,50,0`) or is no number, and for nothing.
 */
export function typedAmount(typed: string): number {
  const text = typed.trim().replaceAll(/[\s\u00a0\u202f]/g, "");
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(",", "."));
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
