import { expect, test } from "vitest";
import { readPhone } from "./platform/phone";
import { naughtyStrings } from "./platform/testing/naughty-strings";
import { textFields } from "./platform/testing/text-fields";
import { typedName, typedText } from "./platform/typed-text";
import { codeIn } from "./vouchers/rules";

// Every field in which somebody can write is found by walking the schemas that requests are parsed with, and gets the whole
// list: what is believed stays as it was written or as the house's own ways of writing have it, and Postgres has place for it.

const written = typedText(1_000_000);
const named = typedName(1_000_000, "");
const oneLine = (text: string) => text.replace(/\s+/g, " ");
const lines = (text: string) => text.replace(/\r\n?/g, "\n");

/** The ways in which the house writes what was typed; see docs/decisions. */
const ways: ((typed: string) => unknown)[] = [
  (typed) => typed,
  (typed) => typed.trim(),
  (typed) => written.parse(typed),
  (typed) => written.parse(lines(typed)),
  (typed) => oneLine(written.parse(typed)),
  (typed) => named.safeParse(typed).data,
  (typed) => typed.trim().toLowerCase(),
  (typed) => written.parse(typed).toLowerCase(),
  (typed) => readPhone(typed),
  // Codes are told aloud: in capitals, and a voucher's with its dash.
  (typed) => typed.trim().toUpperCase(),
  (typed) => written.parse(typed).toUpperCase(),
  (typed) => codeIn(written.parse(typed)),
];

/** Read by our own code and asked of no table as they are. */
const unkept = [/policyPreviewQuery|policy\/preview\?/, /public\/tenants\?/, /dev\/outbox\?/, /enquiryInput\.website/];

const keepable = (text: unknown) => typeof text !== "string" || !/[\0\p{Surrogate}]/u.test(text);

test("no field changes silently what is written in it, nor believes what cannot be kept", {
  timeout: 60_000,
}, async () => {
  const fields = await textFields();
  const faults = new Map<string, string[]>();
  for (const { where, schema } of fields)
    for (const typed of naughtyStrings) {
      const read = schema.safeParse(typed);
      if (!read.success) continue;
      if (typeof read.data === "string" && !ways.some((way) => way(typed) === read.data))
        faults.set(where, [...(faults.get(where) ?? []), `${JSON.stringify(typed)} → ${JSON.stringify(read.data)}`]);
      if (!keepable(read.data) && !unkept.some((one) => one.test(where)))
        faults.set(where, [...(faults.get(where) ?? []), `keeps ${JSON.stringify(typed)}`]);
    }
  console.log(`naughty strings: ${naughtyStrings.length} strings × ${fields.length} fields`);
  expect([...faults].map(([where, found]) => `${where}: ${found.slice(0, 3).join(" · ")}`)).toEqual([]);
});
