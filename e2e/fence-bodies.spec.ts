import { newId } from "@/lib/platform/ids";
import { type Cast, castOf } from "./fence/actors";
import { addressOf, ask, type Method } from "./fence/ask";
import { bodies } from "./fence/bodies";
import { actionNamed, call } from "./fence/call";
import { calls } from "./fence/calls";
import { contractOf, neverWell, onlyRefused } from "./fence/contract";
import { inventory } from "./fence/inventory";
import { changes } from "./fence/rows";
import { type Stage, stageOf } from "./fence/stage";
import { table } from "./fence/table";
import { expect, test } from "./support/realtime";

// What nobody asked for in a body changes nothing: every request that is granted is made twice, once with extra keys.

let cast: Cast;
let stage: Stage;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
  stage = stageOf(app, cast);
  await app.sql`update sessions set proved_at = now()
    where user_id = ${cast.a.userId} or user_id in (select id from users where platform_admin)`;
});

const points = 987_654_321;

/** What somebody would add who wants more than is theirs. What is asked for goes before it. */
const extras = () => ({
  id: newId(),
  tenantId: cast.b.tenantId,
  tenant_id: cast.b.tenantId,
  userId: cast.b.userId,
  role: "owner",
  status: "completed",
  kind: "platform",
  platformAdmin: true,
  platform_admin: true,
  price: 0,
  priceMinor: 0,
  totalMinor: 0,
  points,
});
type Extras = ReturnType<typeof extras>;

/** In every object, however deep, and in every form. */
function withExtras(value: unknown, more: Extras): unknown {
  if (Array.isArray(value)) return value.map((one) => withExtras(one, more));
  if (value instanceof FormData) {
    for (const [name, extra] of Object.entries(more)) if (!value.has(name)) value.set(name, String(extra));
    return value;
  }
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).map(([name, one]) => [name, withExtras(one, more)]);
  return { ...more, ...Object.fromEntries(own) };
}

/** What a rule withdraws with it is withdrawn once: the second asking finds nothing left of it. */
const lasting = (rows: readonly string[]) => rows.filter((row) => row !== '["holds"]');

/** Plain and with extras: what each made of the rows must decide the same, and hold nothing of the extras. */
/** A list that another test has begun to read in is read in by a job, which writes what this one would find. */
const listsRead = () =>
  expect.poll(() => stage.app.sql`select 1 from imports where status = 'running'`).toHaveLength(0);

async function sameWithExtras(what: string, send: (dress: (given: unknown) => unknown) => Promise<unknown>) {
  const more = extras();
  await listsRead();
  const plain = await changes(stage.app.sql, () => send((given) => given));
  const dressed = await changes(stage.app.sql, () => send((given) => withExtras(given, more)));
  expect(lasting(dressed.decided), what).toEqual(lasting(plain.decided));
  for (const [name, value] of Object.entries({ id: more.id, tenant: cast.b.tenantId, user: cast.b.userId, points }))
    expect(dressed.text.includes(String(value)), `${what}: ${name} was kept`).toBe(false);
}

test("every method that takes a body has one that is believed, and so has every action", () => {
  const taking = Object.keys(table).filter((key) => !/^(GET|PAGE) /.test(key));
  expect(Object.keys(bodies).sort()).toEqual(taking.sort());
  expect(Object.keys(calls).sort()).toEqual(
    inventory()
      .actions.map(({ name }) => name)
      .sort(),
  );
});

for (const [key, { status, send }] of Object.entries(bodies))
  test(`extra keys change nothing: ${key}`, async ({ app }) => {
    const [method, path] = key.split(" ") as [Method, string];
    await sameWithExtras(key, async (dress) => {
      const { cookie = "", params = {}, body } = await send(stage);
      const address = app.url + addressOf(path, cast.a, { params });
      const answer = await ask(address, { method, cookie, body: JSON.stringify(dress(body)) });
      expect(answer.status, `${key}: ${answer.body}`).toBe(status);
    });
  });

test("what is described with an Idempotency-Key answers it the same again, out of what was kept", async ({ app }) => {
  const { operations } = await contractOf(app.url);
  const taking = operations.filter(({ once }) => once).map(({ key }) => key.replaceAll(/\{(\w+)\}/g, "[$1]"));
  expect(taking.length).toBeGreaterThan(8);
  for (const name of taking) {
    const [method, path] = name.split(" ") as [Method, string];
    const { status, send } = bodies[name]!;
    const { cookie = "", params = {}, body } = await send(stage);
    const key = newId();
    const asking = { method, cookie, headers: { "idempotency-key": key }, body: JSON.stringify(body) };
    const address = app.url + addressOf(path, cast.a, { params });
    const [first, again] = [await ask(address, asking), await ask(address, asking)];
    expect(first.status, `${name}: ${first.body}`).toBe(status);
    expect([again.status, again.body], name).toEqual([first.status, first.body]);
    const kept = await app.sql`select status from idempotency where key = ${key}`;
    expect(
      kept.map((row) => row.status),
      name,
    ).toEqual([status]);
  }
});

test("every command that is described was answered as described", async ({ app }) => {
  const never = neverWell(await contractOf(app.url), (key) => !key.startsWith("GET "));
  // What takes a file is in contract.spec.ts.
  const files = /photo|logo|gallery$|imports$|statement|portal.*conversations/;
  expect(never.filter((key) => !files.test(key) && !(key in onlyRefused))).toEqual([]);
});

for (const [name, { shows = { answer: { ok: true } }, send }] of Object.entries(calls))
  test(`extra keys change nothing: ${name}`, async ({ app }) => {
    const action = actionNamed(name);
    await sameWithExtras(name, async (dress) => {
      const { cookie = "", given } = await send(stage);
      const id = cast.a.tenantId;
      const params = { token: "made-up", id, productId: id, countId: id };
      const called = await call(
        app.url + addressOf(action.page, cast.a, { params }),
        action,
        dress(given) as unknown[],
        {
          cookie,
        },
      );
      expect(called, `${name}: ${called.body.slice(0, 300)}`).toMatchObject(shows);
    });
  });
