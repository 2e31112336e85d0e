import { naughtyStrings } from "@/lib/platform/testing/naughty-strings";
import { textFields } from "@/lib/platform/testing/text-fields";
import { typedText } from "@/lib/platform/typed-text";
import { type Cast, castOf } from "./fence/actors";
import { addressOf, ask, type Method } from "./fence/ask";
import { bodies } from "./fence/bodies";
import { actionNamed, call } from "./fence/call";
import { calls } from "./fence/calls";
import { changes } from "./fence/rows";
import { type Stage, stageOf } from "./fence/stage";
import { expect, test } from "./support/realtime";

// Every command that is believed is given once more with naughty strings in each of its texts: what is refused names the field,
// what is believed is kept as it was written, and nothing ever fails. Which text is believed at all, and that none is changed
// without a word, lib/naughty-strings.test.ts asks of every field with the whole list.

let cast: Cast;
let stage: Stage;
/** The names of all fields that take more than one word. */
let wordy: ReadonlySet<string>;
// A house for each: what forty rounds of requests leave in one would be in the way of the actions.
test.beforeEach(async ({ app }) => {
  cast = await castOf(app);
  stage = stageOf(app, cast);
  await app.sql`update sessions set proved_at = now()
    where user_id = ${cast.a.userId} or user_id in (select id from users where platform_admin)`;
  const sentence = "Ωmega & <two> words; don't";
  const taking = (await textFields()).filter(({ schema }) => schema.safeParse(sentence).success);
  wordy = new Set(
    taking.map(
      ({ where }) =>
        where
          .replace(/[[\]{}]/g, "")
          .split(".")
          .at(-1)!,
    ),
  );
});

const full = process.env.TEST_SIZE === "full";
/** So often each is sent; the list goes round from one to the next. */
const rounds = full ? 40 : 1;
let next = 0;
/** By leaps, so that few of them are of many kinds. */
const naughty = (): string => naughtyStrings[(next++ * 37) % naughtyStrings.length]!;

/** Where in a body a text was put, as a refusal names it. */
type Put = Map<string, string>;

/** What is compared with something, and decides whether anything is done at all. */
const compared =
  /password|token|code|registration|identifier|destination|seen|email|slug|phone|promptId|terms|fresh|(^|\.)(id|to|doubt|receipt)$/i;

/** The same body with a naughty string in each text that is not spared. */
function withNaughty(value: unknown, spare: (path: string) => boolean, put: Put, path = ""): unknown {
  const name = path.split(".").at(-1)!;
  if (typeof value === "string") {
    if (!wordy.has(name) || spare(path)) return value;
    const typed = naughty();
    put.set(path, typed);
    return typed;
  }
  const at = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) {
    // Beside a form stands what was answered before.
    const isForm = value.some((one) => one instanceof FormData);
    return value.map((one, index) =>
      isForm && !(one instanceof FormData) ? one : withNaughty(one, spare, put, isForm ? "" : at(index)),
    );
  }
  if (value instanceof FormData) {
    for (const [key, one] of [...value]) value.set(key, withNaughty(one, spare, put, key) as string);
    return value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNaughty(one, spare, put, at(key))]));
}

/** Commands whose words are kept where this does not look, or answer a question. */
const elsewhere: Record<string, string> = {
  "POST /api/auth/register": "a registration that waits",
  "app/(auth)/register/actions.ts#register": "a registration that waits",
  "POST /api/admin/tenants/export": "is asked, and kept nowhere",
  "POST /api/admin/tenants/[id]/[decision]": "why is told of a refusal, and this says yes",
  "app/admin/tenants/[id]/actions.ts#decide": "why is told of a refusal, and this says yes",
  "app/dashboard/[tenantId]/rewards/actions.ts#takeCodeBack": "is sealed in the log of what was done",
  "app/dashboard/[tenantId]/payments/actions.ts#deny": "is sealed in the log of what was done",
  "app/admin/subscriptions/actions.ts#helpBusiness": "is sealed in the log of what was done",
  "app/dashboard/[tenantId]/payments/actions.ts#markSeen": "is sealed in the log of what was done",
  "app/dashboard/[tenantId]/settings/actions.ts#addToHouse": "shows first who would be left without",
  "app/dashboard/[tenantId]/settings/actions.ts#changeInHouse": "shows first who would be left without",
  "PATCH /api/dashboard/[tenantId]/visits/[id]": "what was corrected has a table of its own",
  "app/dashboard/[tenantId]/visits/actions.ts#correct": "what was corrected has a table of its own",
  "POST /api/dashboard/[tenantId]/blocks": "time that is taken has a table of its own",
  "app/dashboard/[tenantId]/my-day/actions.ts#block": "time that is taken has a table of its own",
};

const clean = typedText(1_000_000);
/** However the house writes it: on one line, in small letters. */
const plain = (text: string) => clean.parse(text).replaceAll(/\s+/g, " ").toLowerCase();

/** Facts that stand in a column of text are written as JSON once more. */
function inside(text: string): unknown {
  try {
    return /^[[{]/.test(text) ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [plain(value), ...textsIn(inside(value))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [plain(key), ...textsIn(one)]);
}

/** `inWords`: for a person, who sees which field it is; a form without a script has no other way. */
type Answer = { well: boolean; failed: boolean; refused: string[]; inWords?: boolean; said: string };

type Send = (dress: (given: unknown) => unknown) => Promise<Answer>;

/** Every text at once, also those that open nothing then: it is answered. Then those alone that are kept. */
async function faultIn(what: string, send: Send): Promise<string | null> {
  const put: Put = new Map();
  const { failed, said } = await send((given) => withNaughty(given, () => false, put));
  if (failed) return `fails with ${told(put)}: ${said.slice(0, 300)}`;
  return [...put.keys()].every((path) => compared.test(path)) ? null : fault(what, send);
}

/** Each turn spares one text at least, and no command has so many. */
const mostTurns = 20;

/** Sends it until nothing is refused that was put there; what is left has to be in the rows it made. What is wrong, or null. */
async function fault(what: string, send: Send, only?: string): Promise<string | null> {
  const spare = new Set<string>();
  for (let turn = 0; turn < mostTurns; turn++) {
    const put: Put = new Map();
    let answer: Answer | undefined;
    const { text } = await changes(stage.app.sql, async () => {
      answer = await send((given) =>
        withNaughty(given, (path) => spare.has(path) || compared.test(path) || (only ?? path) !== path, put),
      );
    });
    const { well, failed, refused, inWords, said } = answer!;
    if (failed) return `fails with ${told(put)}: ${said.slice(0, 300)}`;
    if (put.size === 0) return null;
    if (well) {
      const rows = text.split("\n").filter(Boolean);
      const kept = rows.flatMap((row) => textsIn(JSON.parse(row)));
      const lost = [...put].filter(([, typed]) => !kept.some((one) => one.includes(plain(typed))));
      return lost.length > 0 && !(what in elsewhere) ? `does not keep ${told(lost)}` : null;
    }
    const named = isTooLarge(said)
      ? [longestOf(put)]
      : [...put.keys()].filter((path) => refused.some((field) => path.endsWith(field) || field.endsWith(path)));
    if (named.length === 0 && inWords && !only) {
      for (const path of put.keys()) {
        const found = await fault(what, send, path);
        if (found) return found;
      }
      return null;
    }
    if (named.length === 0 && inWords) return null;
    if (named.length === 0) return `names nothing of ${told(put)}: ${said.slice(0, 300)}`;
    for (const path of named) spare.add(path);
  }
  return "was never believed";
}

/** Refused before anybody has read it: no field of it is known then. */
const isTooLarge = (said: string): boolean => said.startsWith("413");
const longestOf = (put: Put): string =>
  [...put].reduce((long, one) => (one[1].length > long[1].length ? one : long))[0];

const told = (put: Iterable<[string, string]>) => JSON.stringify([...put]).slice(0, 500);

async function faultsOf<G>(all: Record<string, G>, send: (key: string, given: G) => Send): Promise<string[]> {
  const faults: string[] = [];
  for (const [key, given] of Object.entries(all))
    for (let round = 0; round < rounds; round++) {
      // So much of one kind is nobody's work of ten minutes, and who proved who they are does so again meanwhile.
      await stage.app.sql`delete from rate_limits`;
      await stage.app.sql`update sessions set proved_at = now() where proved_at is not null`;
      const found = await faultIn(key, send(key, given)).catch((error: unknown) => String(error));
      if (found) faults.push(`${key} ${found}`);
    }
  console.log(`naughty strings: ${next} sent so far, ${rounds} times to each of ${Object.keys(all).length} commands`);
  return faults;
}

test("every request that takes a body keeps what is written in it, or names what it refuses", async ({ app }) => {
  test.setTimeout(full ? 60 * 60_000 : 5 * 60_000);
  const faults = await faultsOf(bodies, (key, { status, send }) => async (dress) => {
    const [method, path] = key.split(" ") as [Method, string];
    const { cookie = "", params = {}, body } = await send(stage);
    const address = app.url + addressOf(path, cast.a, { params });
    const answer = await ask(address, { method, cookie, body: JSON.stringify(dress(body)) });
    const read = answer.headers.get("content-type")?.includes("json") ? JSON.parse(answer.body) : {};
    return {
      well: answer.status === status,
      failed: answer.status >= 500,
      refused: Object.keys(read.fields ?? {}),
      said: `${answer.status} ${answer.body}`,
    };
  });
  expect(faults).toEqual([]);
});

test("every action keeps what is written in its form, or names what it refuses", async ({ app }) => {
  test.setTimeout(full ? 60 * 60_000 : 5 * 60_000);
  const faults = await faultsOf(calls, (name, { send }) => async (dress) => {
    const action = actionNamed(name);
    const { cookie = "", given } = await send(stage);
    const id = cast.a.tenantId;
    const params = { token: "made-up", id, productId: id, countId: id };
    const address = app.url + addressOf(action.page, cast.a, { params });
    const { status, answer, body, to } = await call(address, action, dress(given) as unknown[], { cookie });
    const read = (answer ?? {}) as {
      ok?: boolean;
      fields?: object;
      problem?: string;
      fault?: string;
      faults?: object;
      errors?: object;
    };
    const refused = { ...read.fields, ...read.faults, ...read.errors };
    const inWords = Object.keys(refused).length === 0 && Boolean(read.problem || read.fault);
    return {
      well: to !== null || (read.ok ?? !(inWords || Object.keys(refused).length > 0)),
      failed: status >= 500,
      refused: Object.keys(refused),
      inWords,
      said: `${status} ${body}`,
    };
  });
  expect(faults).toEqual([]);
});
