import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/app/api/_docs/all";
import { readPhone } from "./platform/phone";
import { naughtyStrings } from "./platform/testing/naughty-strings";
import { typedName, typedText } from "./platform/typed-text";
import { codeIn } from "./vouchers/rules";

// Every field in which somebody can write is found by walking the schemas that requests are parsed with, and gets the whole
// list: what is believed stays as it was written or as the house's own ways of writing have it, and Postgres has place for it.

const lib = fileURLToPath(new URL(".", import.meta.url));

type Field = { where: string; schema: z.ZodType };

/** The parts of zod's schemas through which a field is reached. */
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
  items?: z.ZodType[];
  in?: z.ZodType;
  out?: z.ZodType;
  format?: string;
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** What a schema is given before anything is made of it; `preprocess` takes anything, so what follows it says. */
function given(schema: z.ZodType): z.ZodType {
  const def = defOf(schema);
  if (def.type === "pipe") return given(defOf(def.in!).type === "transform" ? def.out! : def.in!);
  return def.innerType ? given(def.innerType) : schema;
}

const isWrapper = (type: string) =>
  ["optional", "nullable", "default", "prefault", "catch", "readonly", "nonoptional"].includes(type);

function fieldsOf(schema: z.ZodType, where: string): Field[] {
  const def = defOf(schema);
  const start = defOf(given(schema));
  if (start.type === "string" && !start.options) return start.format ? [] : [{ where, schema }];
  if (def.type === "object")
    return Object.entries(def.shape!).flatMap(([name, one]) => fieldsOf(one, `${where}.${name}`));
  if (isWrapper(def.type)) return fieldsOf(def.innerType!, where);
  if (def.type === "pipe") return fieldsOf(defOf(def.in!).type === "transform" ? def.out! : def.in!, where);
  if (def.type === "array") return fieldsOf(def.element!, `${where}[]`);
  if (def.type === "record") return fieldsOf(def.valueType!, `${where}{}`);
  if (def.type === "union") return def.options!.flatMap((one) => fieldsOf(one, where));
  if (def.type === "intersection") return [...fieldsOf(def.left!, where), ...fieldsOf(def.right!, where)];
  if (def.type === "tuple") return def.items!.flatMap((one) => fieldsOf(one, `${where}[]`));
  return [];
}

async function allFields(): Promise<Field[]> {
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|[/-])input\.ts$/.test(file),
  );
  const exported = await Promise.all(
    files.map(async (file) =>
      Object.entries((await import(`${lib}${file}`)) as Record<string, unknown>)
        .filter((one): one is [string, z.ZodType] => one[1] instanceof z.ZodType)
        .flatMap(([name, schema]) => fieldsOf(schema, `${file}#${name}`)),
    ),
  );
  const asked = operations.flatMap(({ method, path, body, query }) => [
    ...(body ? fieldsOf(body, `${method} ${path}`) : []),
    ...(query ? fieldsOf(query, `${method} ${path}?`) : []),
  ]);
  return [...exported.flat(), ...asked];
}

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

test("no field changes silently what is written in it, nor believes what cannot be kept", async () => {
  const fields = await allFields();
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
