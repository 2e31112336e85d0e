import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What was published, read once per server: who answers otherwise than it says is found wherever they are asked. */
type Contract = {
  operations: readonly Documented[];
  operationOf(method: string, path: string): Documented | undefined;
  /** What is wrong with this answer; null: nothing. */
  fault(operation: Documented, answer: Answer): string | null;
};
type Documented = {
  id: string;
  key: string;
  method: string;
  path: string;
  /** Done once for each Idempotency-Key. */
  once: boolean;
  answers: Record<string, Content>;
};
type Content = Record<string, { schema?: object }>;
type Answer = { status: number; body: string; headers: Headers };
type Published = {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: { name: string }[];
        responses: Record<string, { content?: Content; $ref?: string }>;
      }
    >
  >;
  components: { schemas: object; responses: Record<string, { content: Content }> };
};

const known = new Map<string, Promise<Contract>>();
/** Which operations were answered well, and which were only refused. */
export const met = new Map<string, Set<number>>();

export const contractOf = (origin: string): Promise<Contract> => {
  const found = known.get(origin) ?? read(origin);
  known.set(origin, found);
  return found;
};

async function read(origin: string): Promise<Contract> {
  const answer = await fetch(`${origin}/api/openapi.json`);
  const published = (await answer.json()) as Published;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // CJS: what is imported as its default is the module itself to some loaders.
  (("default" in addFormats ? addFormats.default : addFormats) as (on: typeof ajv) => void)(ajv);
  ajv.addSchema({ $id: "api", components: published.components });
  const checks = new Map<object, ValidateFunction>();
  const checkOf = (schema: object) => {
    const check = checks.get(schema) ?? ajv.compile(absolute(schema));
    checks.set(schema, check);
    return check;
  };
  const operations = Object.entries(published.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, parameters, responses }]) => ({
      id,
      once: parameters.some(({ name }) => name === "Idempotency-Key"),
      key: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      pattern: new RegExp(
        `^${path
          .replaceAll(".", "\\.")
          .replaceAll(/\{nextauth\}/g, ".+")
          .replaceAll(/\{\w+\}/g, "[^/]+")}$`,
      ),
      answers: Object.fromEntries(
        Object.entries(responses).map(([status, { content, $ref }]) => [
          status,
          content ?? published.components.responses[$ref!.split("/").at(-1)!]!.content,
        ]),
      ),
    })),
  );
  // A name goes before what stands for any.
  const inOrder = operations.toSorted((one, other) => braces(one.path) - braces(other.path));
  return {
    operations,
    operationOf: (method, path) => inOrder.find((one) => one.method === method && one.pattern.test(path)),
    fault({ answers, key }, { status, body, headers }) {
      const content = answers[status] ?? (status >= 400 ? answers.default : undefined);
      if (!content) return `${key} answers ${status}, which is not described: ${body.slice(0, 200)}`;
      const type = headers.get("content-type")?.split(";")[0] ?? "";
      const described = content[type];
      if (!described)
        return `${key} answers ${status} as ${type}, not as ${Object.keys(content)}: ${body.slice(0, 200)}`;
      if (!type.endsWith("json") || !described.schema) return null;
      const check = checkOf(described.schema);
      return check(JSON.parse(body))
        ? null
        : `${key} answers ${status} otherwise than described: ${ajv.errorsText(check.errors)}: ${body.slice(0, 400)}`;
    },
  };
}

const braces = (path: string): number => path.split("{").length;

const absolute = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as object;

const theirs: ReadonlySet<string> = new Set(["readSession", "signIn"]);

/** Throws where an answer of ours is another than the published document says. */
export async function asDescribed(url: string, method: string, answer: Answer): Promise<void> {
  const { origin, pathname } = new URL(url);
  if (answer.status === 405 || answer.status >= 500) return;
  const contract = await contractOf(origin);
  const operation = contract.operationOf(method, pathname);
  // A stream's refusal is a line of text: what opens it is the browser itself, which shows none of it to the page.
  if (!operation || (pathname.endsWith("/stream") && answer.status >= 400)) return;
  // Signing in answers in next-auth's own words.
  const fault = theirs.has(operation.id) ? null : contract.fault(operation, answer);
  if (fault) throw new Error(fault);
  met.set(operation.key, (met.get(operation.key) ?? new Set()).add(answer.status));
}

/** Described, and never answered well here. */
export const neverWell = ({ operations }: Contract, which: (key: string) => boolean): string[] =>
  operations
    .filter(({ key }) => which(key) && ![...(met.get(key) ?? [])].some((status) => status < 400))
    .map(({ key }) => key);

/** What no test here brings to a good end, and why. */
export const onlyRefused: Record<string, string> = {
  "POST /api/dashboard/{tenantId}/payments/stk-push": "wants keys of M-Pesa: lib/payments/ask-to-pay.db.test.ts",
  "POST /api/dashboard/{tenantId}/subscription/pay": "wants keys of M-Pesa: e2e/subscription.spec.ts, by its page",
  "GET /api/dashboard/{tenantId}/subscription/invoices/{id}": "wants an invoice: e2e/subscription.spec.ts",
};
