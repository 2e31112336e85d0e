import { actions } from "./fence/actions";
import { type ActorName, type Cast, castOf } from "./fence/actors";
import { addressOf } from "./fence/ask";
import { call, formOf } from "./fence/call";
import { type Action, inventory } from "./fence/inventory";
import { fingerprint } from "./fence/rows";
import { expect, test } from "./support/realtime";

// Whoever can reach an action can call it with anything: whatever comes, it is answered, and nothing is done.

const { actions: built } = inventory();
const full = process.env.TEST_SIZE === "full";

let cast: Cast;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
  // What takes nothing but a fresh proof would be done, whatever else comes along.
  await app.sql`update sessions set proved_at = null`;
});

const deep = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);
const place = () => cast.a.tenantId;

/** Arguments that no form of ours sends. */
const junk: Record<string, () => unknown[] | BodyInit> = {
  "no arguments": () => [],
  nulls: () => [null, null, null],
  "a list where an object belongs": () => [[1, "two", [3]], [["four"]]],
  "a business and a list": () => [place(), [1, 2, 3]],
  "a business and text": () => [place(), "text"],
  "numbers and truths": () => [12, true, -0.5],
  "twenty arguments": () => Array.from({ length: 20 }, () => ({ id: place() })),
  "objects of objects": () => [{ id: { id: { id: 1 } } }, { reason: { toString: "x", get: 1 } }],
  "names that belong to JavaScript": () => [
    { constructor: "x", get: "y", toString: "z" },
    { get: "x", has: 1, prototype: null },
  ],
  "deep lists": () => [place(), deep(200), deep(200)],
  "long text": () => [place(), "x".repeat(100_000), { reason: "x".repeat(100_000) }],
  "a form where JSON belongs": () => [formOf({ id: place() }), formOf({ tenantId: place(), name: "x" })],
  "a form after a business": () => [place(), formOf({ id: place(), required: true })],
  "NUL and half characters": () => [{ id: "\0", name: "\0\ud800" }, formOf({ slug: "\0", name: "\0\0", phone: "\0" })],
};

const whoMay = ({ answers }: { answers: Record<ActorName, number> }): ActorName =>
  (["customer", "owner", "admin"] as const).find((actor) => answers[actor] === 200) ?? "anonymous";

async function troubles(url: string, action: Action, given: unknown[] | BodyInit, actors: ActorName[]) {
  const wrong: string[] = [];
  for (const actor of actors) {
    const params = { token: "made-up", id: place(), productId: place(), countId: place() };
    const address = url + addressOf(action.page, cast.a, { params });
    const { status } = await call(address, action, given, { cookie: cast.cookies[actor] });
    if (status >= 500) wrong.push(`${action.name} as ${actor}: ${status}`);
  }
  return wrong;
}

/** The small size tries a third of the kinds at each action, the next third at the next one. */
const isTried = (kind: number, action: number): boolean => full || (kind + action) % 3 === 0;
if (!full) console.log("junk: a third of its kinds for each action");

for (const [kind, [what, given]] of Object.entries(junk).entries())
  test(`no action stumbles over ${what}`, async ({ app }) => {
    const before = await fingerprint(app.sql, cast.tenantIds);
    const wrong: string[] = [];
    for (const action of built.filter((_, nth) => isTried(kind, nth))) {
      // Whoever may gets furthest; who may not is sent away for the same reason each time.
      const may = whoMay(actions[action.name]!);
      wrong.push(...(await troubles(app.url, action, given(), full ? ["anonymous", may] : [may])));
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
  });

test("what cannot be read at all is the caller's fault, and does nothing", async ({ app }) => {
  const before = await fingerprint(app.sql, cast.tenantIds);
  const unread = ["", "not json", "{}", "null", '["$K9"]', '["$F1"]', '["$1:x"]', "[1", '{"then":1}'];
  const wrong: string[] = [];
  // It is Next that reads them, before any action: each of them, at every ninth action in turn unless all are wanted.
  if (!full) console.log("what cannot be read: one kind for each action, everybody's junk by who may");
  for (const [nth, action] of built.entries())
    for (const given of full ? unread : [unread[nth % unread.length]!])
      wrong.push(...(await troubles(app.url, action, given, ["owner"])));
  expect(wrong).toEqual([]);
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
});

test("a form that names an action which cannot be read is the caller's fault as well", async ({ app }) => {
  const before = await fingerprint(app.sql, cast.tenantIds);
  const body = () => formOf({ $ACTION_REF_1: "", "$ACTION_1:0": "not json", "$ACTION_1:1": "[1" });
  const answer = await fetch(`${app.url}/book/${cast.a.slug}`, {
    method: "POST",
    headers: { cookie: cast.cookies.owner, origin: app.url },
    body: body(),
  });
  expect(answer.status).toBe(400);
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
});
