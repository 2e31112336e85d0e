/** The part of JSON Schema that our document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  items?: Schema;
  prefixItems?: readonly Schema[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
};
export type Schemas = Record<string, Schema>;
type TypeWords = { listOf(what: string): string; anything: string };

export const resolved = (schema: Schema, schemas: Schemas): Schema =>
  schema.$ref ? (schemas[schema.$ref.split("/").at(-1)!] ?? {}) : schema;

const texts: Record<string, string> = {
  uuid: "0192a4de-7c1b-7d3e-9a41-5f6b1c2d3e4f",
  "date-time": "2026-12-01T09:00:00.000Z",
  date: "2026-12-01",
  email: "njeri@example.com",
};

/** Names tell more than a schema does of what a text looks like. */
function textNamed(name: string, { minLength = 0 }: Schema): string {
  if (/(^id|Id)$/.test(name)) return texts.uuid!;
  if (/(At|from|until)$/.test(name)) return texts["date-time"]!;
  if (/(date|day)$/i.test(name)) return texts.date!;
  if (/phone/i.test(name)) return "+254712345678";
  if (/currency/i.test(name)) return "KES";
  if (/timeZone/.test(name)) return "Africa/Nairobi";
  if (/position/.test(name)) return "1-42";
  return name === "" || minLength > name.length ? "…".repeat(Math.max(1, minLength)) : name;
}

/** One value that this schema takes; what it nests deeper than anybody reads is left out. */
export function exampleOf(given: Schema, schemas: Schemas, name = "", depth = 0): unknown {
  const schema = resolved(given, schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const one = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (one) return exampleOf(one, schemas, name, depth);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") {
    if (schema.prefixItems) return schema.prefixItems.map((item) => exampleOf(item, schemas, name, depth + 1));
    return schema.items && depth < 5 ? [exampleOf(schema.items, schemas, name.replace(/s$/, ""), depth + 1)] : [];
  }
  if (type === "object" || schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, part]) => [key, exampleOf(part, schemas, key, depth + 1)]),
    );
  if (type === "string") return texts[schema.format ?? ""] ?? textNamed(name, schema);
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
  if (type === "boolean") return true;
  return null;
}

/** What a field is, in a word or two. */
export function typeWords(given: Schema, schemas: Schemas, words: TypeWords): string {
  const schema = resolved(given, schemas);
  const named = given.$ref?.split("/").at(-1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const all = schema.anyOf ?? schema.oneOf;
  if (all) return [...new Set(all.map((one) => typeWords(one, schemas, words)))].join(" | ");
  if (schema.items) return words.listOf(typeWords(schema.items, schemas, words));
  if (named) return named;
  const type = [schema.type ?? words.anything].flat().join(" | ");
  return schema.format && schema.format !== "binary" ? schema.format : type;
}
