import { expect, test } from "vitest";
import { writeCsv } from "./csv";

const line = (...cells: string[]) => writeCsv([cells]).slice(1);

test("cells are quoted where they must be", () => {
  expect(line("plain", 'say "hi"', "a,b", "two\nlines", "")).toBe('plain,"say ""hi""","a,b","two\nlines",\r\n');
});

test.each(["=1+1", "+254712", "-2+3", "-2 +cmd|x", "@SUM(A1)", "\tx", "\rx"])(
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
