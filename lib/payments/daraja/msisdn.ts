/** The digits that Daraja wants of a Kenyan mobile number, or null. New prefixes come every year, so none is listed. */
export function readMsisdn(text: string): string | null {
  const found = /^(?:(?:\+|00)?254|0)?([17]\d{8})$/.exec(text.replace(/[\s\-().]/g, ""));
  return found ? `254${found[1]}` : null;
}

export const isMsisdn = (text: string): boolean => /^254[17]\d{8}$/.test(text);
