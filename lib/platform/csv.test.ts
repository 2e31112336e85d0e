import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { writeCsv } from "./csv";
import { naughtyStrings } from "./testing/naughty-strings";

const line = (...cells: string[]) => writeCsv([cells]).slice(1);

test("cells are quoted where they must be", () => {
  expect(line("plain", 'say "hi"', "a,b", "two\nlines", "")).toBe('plain,"say ""hi""","a,b","two\nlines",\r\n');
});

test.each(["=1+1", "+254712", "-2+3", "-2 +cmd|x", "@SUM(A1)", "\tx", "\rx", "\nx", "\uff1d1"])(
  "%j does not run in a spreadsheet",
  (typed) => {
    expect(line(typed).replace(/^"/, "")[0]).toBe("'");
  },
);

test("a number below nothing stays a number, so that a column adds up", () => {
  expect(line("-500.00", "-2", "--2")).toBe("-500.00,-2,'--2\r\n");
});

test("what only holds such a character stays as it is", () => {
  expect(line("a=b", "owner@amani.test")).toBe("a=b,owner@amani.test\r\n");
});

test("whatever somebody writes runs nothing, and is read back as it was", () => {
  const whole = naughtyStrings.filter((text) => !/\p{Surrogate}/u.test(text));
  const file = writeCsv(whole.map((text, at) => [text, String(at), text]));
  const rows: string[][] = parse(file, { bom: true, record_delimiter: "\r\n" });
  expect(rows).toHaveLength(whole.length);
  for (const [at, [first, number, last]] of rows.entries()) {
    const typed = whole[at]!;
    expect([typed, `'${typed}`]).toContain(first);
    expect([number, last]).toEqual([String(at), first]);
    if (!/^-\d+(\.\d+)?$/.test(first!)) expect(first).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
  }
});
