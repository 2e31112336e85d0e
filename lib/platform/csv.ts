/** A plain number below nothing runs nothing, and is to be added up. */
const isNumber = (value: string): boolean => /^-\d+(\.\d+)?$/.test(value);

/** Also as Excel reads them where signs are typed twice as wide. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that a spreadsheet would run as a formula is kept as text; whatever holds a separator is quoted. */
function cell(value: string): string {
  const safe = formula.test(value) && !isNumber(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as RFC 4180 has them, with the mark that tells Excel it is UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
