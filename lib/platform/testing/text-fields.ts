import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { operations } from "@/app/api/_docs/all";

const lib = fileURLToPath(new URL("../..", import.meta.url));

export type Field = { where: string; schema: z.ZodType };

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

/** Every field in which a request can hold a text, of all that is parsed with a schema: found, not listed. */
export async function textFields(): Promise<Field[]> {
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
