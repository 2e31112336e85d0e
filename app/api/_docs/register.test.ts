import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Permission } from "@/lib/auth/permissions";
import { scopeFor } from "@/lib/auth/scopes";
import { operations } from "./all";
import { addressOf, published } from "./document";
import { named } from "./named";
import type { Operation } from "./operation";
import { onlyAsks } from "./who-words";

const app = fileURLToPath(new URL("../..", import.meta.url));
/** It answers whatever is no route. */
const rest = "/api/[...rest]";

/** What the routes on disk answer, each with what stands behind its name. */
const onDisk = readdirSync(app, { recursive: true, encoding: "utf8" })
  // What is in a folder with an underscore is no address.
  .filter((file) => /\/route\.ts$/.test(file) && !/(^|\/)_/.test(file))
  .flatMap((file) => {
    // Nor is one in brackets part of any.
    const path = `/${file.replace(/\/route\.ts$/, "")}`.replaceAll(/\/\([^)]*\)/g, "");
    const text = readFileSync(`${app}${file}`, "utf8");
    const found = text.matchAll(
      /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b([\s\S]*?)(?=^export |$(?![\s\S]))/gm,
    );
    return path === rest ? [] : [...found].map(([, method, source]) => ({ key: `${method} ${path}`, source: source! }));
  });

/** What stands on one side only. */
function unlike(disk: readonly string[], told: readonly Pick<Operation, "method" | "path">[]): string[] {
  const keys = told.map(({ method, path }) => `${method} ${path}`);
  return [
    ...disk.filter((key) => !keys.includes(key)).map((key) => `${key} is not described`),
    ...keys.filter((key) => !disk.includes(key)).map((key) => `${key} is described and does not exist`),
  ];
}

test("every route is described, and nothing else", () => {
  expect(onDisk.length).toBeGreaterThan(250);
  expect(onDisk.map(({ key }) => key)).toContain("GET /b/[token]/calendar.ics");
  expect(
    unlike(
      onDisk.map(({ key }) => key),
      operations,
    ),
  ).toEqual([]);
});

test("a route that nobody described is found, and so is a description of nothing", () => {
  expect(unlike(["GET /api/new"], [])).toHaveLength(1);
  expect(unlike([], [{ method: "GET", path: "/api/gone" }])).toHaveLength(1);
});

const permissionIn = (source: string): string | undefined =>
  /^[^(]*(?:member|admin)\w+(?:<[^(]*>)?\(\s*"([\w.]+)"/.exec(source)?.[1];

/** What wraps a wrapper, and where: the one permission that it asks for is read there. */
const wrappers = { reportQuestion: "report-route", lookedIntoRows: "admin-rows" };
const wrapped = new Map(
  Object.entries(wrappers).map(([name, file]) => {
    const text = readFileSync(`${app}_server/${file}.ts`, "utf8");
    const source = text.split(/^(?=export )/m).find((part) => part.startsWith(`export const ${name} =`)) ?? "";
    const asked = [...source.matchAll(/\b(?:member|admin)[A-Z]\w*(?:<[^(]*?>)?\(\s*"([\w.]+)"/g)].map(([, one]) => one);
    return [name, asked.length === 1 ? asked[0] : undefined];
  }),
);
const wrapperIn = (source: string): string => /^\s*=\s*(\w+)/.exec(source)?.[1] ?? "";

test("the permission of a wrapper is read where it is made", () => {
  expect([...wrapped.values()].every(Boolean)).toBe(true);
});

test("the permission that is told is the one that the route asks for", () => {
  const wrong = operations.flatMap(({ method, path, who }) => {
    if (!("permission" in who)) return [];
    const source = onDisk.find(({ key }) => key === `${method} ${path}`)!.source;
    const asked = permissionIn(source) ?? wrapped.get(wrapperIn(source));
    // Streams ask the hub, which lets every member in.
    return asked === who.permission || path.endsWith("/stream")
      ? []
      : [`${method} ${path}: ${asked}, not ${who.permission}`];
  });
  expect(wrong).toEqual([]);
});

/** Posts that a key may do, and whose route is made by something that knows no Idempotency-Key. */
const doneTwice = (routes: readonly { key: string; source: string }[]): string[] =>
  routes
    .filter(({ key, source }) => {
      const permission = permissionIn(source) as Permission | undefined;
      return (
        key.startsWith("POST ") &&
        permission &&
        scopeFor(permission) &&
        !["memberCommand", "memberAsk"].includes(wrapperIn(source)!)
      );
    })
    .map(({ key }) => key);

test("what a key may post is done once for each Idempotency-Key, and the document says so", () => {
  expect(doneTwice(onDisk)).toEqual([]);
  expect(
    doneTwice([{ key: "POST /api/new", source: ' = memberUpload("customers.manage", 10, async () => ({}));' }]),
  ).toEqual(["POST /api/new"]);

  const { paths } = published().document as {
    paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
  };
  const told = operations.filter(({ method, path }) =>
    paths[addressOf(path)]![method.toLowerCase()]!.parameters.some(({ name }) => name === "Idempotency-Key"),
  );
  const byKey = operations.filter(
    ({ id, method, who }) =>
      method === "POST" && who.kind === "member" && scopeFor(who.permission) && !onlyAsks.includes(id),
  );
  expect(byKey.length).toBeGreaterThan(8);
  expect(told.map(({ id }) => id).sort()).toEqual(["bookOnline", ...byKey.map(({ id }) => id)].sort());
});

test("names are given once", () => {
  const ids = operations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const shapes = [...named.values()];
  expect(new Set(shapes).size).toBe(shapes.length);
});

test("what is said of an operation is more than its name in words", () => {
  const words = (id: string) => `${id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
  expect(operations.filter(({ id, says }) => says.toLowerCase() === words(id)).map(({ id }) => id)).toEqual([]);
});

test("every reference in the document leads somewhere", () => {
  const { document, text } = published();
  const { components } = document as { components: Record<string, Record<string, unknown>> };
  const led = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind} ${name}`),
  );
  expect(led.size).toBeGreaterThan(100);
  expect([...led].filter((one) => !components[one.split(" ")[0]!]?.[one.split(" ")[1]!])).toEqual([]);
  expect(text).not.toContain("$defs");
});
