import { createHash } from "node:crypto";
import { z } from "zod";
import { singleton } from "@/lib/platform/singleton";
import { nouns } from "./all";
import { named } from "./named";
import { isFile, type Operation } from "./operation";
import { problemAnswer } from "./problem";
import { isDoneOnce, refusalsOf, securityOf, whoWords } from "./who-words";

export type Json = { [name: string]: unknown };

const target = "draft-2020-12";
/** Rules that no schema can say stay with the route; the shape is told. */
const loosely = { target, unrepresentable: "any" } as const;

const asked = (shape: z.ZodType): Json => bare(z.toJSONSchema(shape, { ...loosely, io: "input" }));

const bare = ({ $schema: _, ...schema }: Json): Json => schema;

/** What is answered, with every shape that has a name kept once among the components. */
function answersInto(schemas: Json) {
  const names = z.registry<{ id: string }>();
  for (const [shape, id] of named) names.add(shape, { id });
  names.add(problemAnswer, { id: "Problem" });
  return (shape: z.ZodType): Json => {
    const made = z.toJSONSchema(shape, { ...loosely, metadata: names });
    const moved = JSON.parse(JSON.stringify(made).replaceAll("#/$defs/", "#/components/schemas/"), (key, value) =>
      // Ids would change what the references are relative to.
      key === "" || typeof value !== "object" || value === null ? value : without(value),
    ) as Json;
    const { $defs = {}, id, ...schema } = bare(moved) as Json & { $defs?: Json; id?: string };
    Object.assign(schemas, $defs);
    if (!id) return schema;
    schemas[id] = schema;
    return { $ref: `#/components/schemas/${id}` };
  };
}

const without = (value: Json): Json => {
  if (Array.isArray(value)) return value as unknown as Json;
  const { id, ...rest } = value;
  return typeof id === "string" && "type" in value ? rest : value;
};

export const addressOf = (path: string): string => path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");

const pathParameters = (path: string) =>
  [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

/** A query's fields; where it is one of several shapes, those of all of them, and none is needed. */
function queryParameters(query: z.ZodType) {
  const whole = asked(query) as QuerySchema;
  const all = whole.allOf ?? [whole];
  const required = all.flatMap((one) => one.required ?? []);
  const parts = all.flatMap((one) => [...(one.anyOf ?? []), one]);
  const fields = Object.assign({}, ...parts.map(({ properties }) => properties)) as Json;
  return Object.entries(fields).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}
type QuerySchema = { properties?: Json; required?: string[]; anyOf?: QuerySchema[]; allOf?: QuerySchema[] };

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "8 to 200 printable characters. Sent again with the same body within a day, the answer is the first one and nothing is done twice.",
  schema: { type: "string", minLength: 8, maxLength: 200 },
};

function requestBody({ body, bytes }: Operation): Json {
  if (bytes) {
    const binary = { schema: { type: "string", format: "binary" } };
    return { requestBody: { required: true, content: Object.fromEntries(bytes.map((type) => [type, binary])) } };
  }
  if (!body) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: asked(body) } } } };
}

function responsesOf(operation: Operation, answer: (shape: z.ZodType) => Json): Json {
  const good = Object.entries(operation.answers).map(([status, shape]) => {
    const content = isFile(shape)
      ? Object.fromEntries(
          shape.file.map((type) => [type, { schema: type.endsWith("json") ? {} : { type: "string" } }]),
        )
      : { "application/json": { schema: answer(shape) } };
    return [status, { description: isFile(shape) ? shape.says : "Done.", headers: limits, content }];
  });
  const refused = refusalsOf(operation).map((status) => [status, { $ref: `#/components/responses/${status}` }]);
  return {
    ...Object.fromEntries(good),
    ...Object.fromEntries(refused),
    default: { $ref: "#/components/responses/default" },
  };
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const limits = Object.fromEntries(
  ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map((name) => [name, header(name)]),
);

const refusals: Record<string, string> = {
  401: "Not signed in, or the key is not known.",
  402: "The subscription has run out: the business only reads.",
  403: "Not allowed: the role, the key's scopes or the plan says no.",
  404: "Not there, or not yours.",
  409: "It does not go with what is there now; `code` says why.",
  413: "Too much at once.",
  415: "Not what was expected.",
  422: "Some fields are not right.",
  429: "Too often.",
  default: "Refused, or busy (503 with Retry-After).",
};

const integer = (description: string) => ({ description, schema: { type: "integer" } });

function build(): Json {
  const schemas: Json = {};
  const answer = answersInto(schemas);
  const problem = answer(problemAnswer);
  const paths: Record<string, Json> = {};
  for (const noun of nouns)
    for (const operation of noun.operations) {
      const { id, method, path, who, says, query } = operation;
      const at = addressOf(path);
      paths[at] ??= {};
      paths[at][method.toLowerCase()] = {
        operationId: id,
        tags: [noun.title],
        summary: says.split(/(?<=[.!?])\s/)[0],
        description: `${says}\n\n${whoWords(who)}`,
        ...securityOf(operation),
        parameters: [
          ...pathParameters(path),
          ...(query ? queryParameters(query) : []),
          ...(isDoneOnce(operation) ? [idempotencyKey] : []),
        ],
        ...requestBody(operation),
        responses: responsesOf(operation, answer),
      };
    }
  return {
    openapi: "3.1.1",
    info: {
      title: "ClientPulse",
      version: "1",
      description: "The front desk of a business that takes appointments. A readable page is at /docs/api.",
    },
    servers: [{ url: "/" }],
    tags: nouns.map(({ title, says }) => ({ name: title, description: says })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of the business: `cp_live_…`." },
        session: { type: "apiKey", in: "cookie", name: "clientpulse.session", description: "A member's session." },
        portal: { type: "apiKey", in: "cookie", name: "clientpulse.portal", description: "A customer's session." },
        secret: { type: "http", scheme: "bearer", description: "What the installation was given for its machines." },
      },
      headers: {
        "RateLimit-Limit": integer("So many within the time."),
        "RateLimit-Remaining": integer("So many are left."),
        "RateLimit-Reset": integer("In so many seconds it begins anew."),
        "Retry-After": integer("Seconds to wait."),
      },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          {
            description,
            ...(status === "429" ? { headers: { ...limits, "Retry-After": header("Retry-After") } } : {}),
            content: { "application/problem+json": { schema: problem } },
          },
        ]),
      ),
    },
  };
}

/** Made once in a process: it changes with the program alone. */
export const published = () =>
  singleton("openapi", () => {
    const document = build();
    const text = JSON.stringify(document);
    return { document, text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
  });
