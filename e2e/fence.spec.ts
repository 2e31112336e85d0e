import { newId, sha256 } from "@/lib/platform/ids";
import { actions } from "./fence/actions";
import { type ActorName, actorNames, type Cast, castOf, type Place } from "./fence/actors";
import { type Answers, nobody } from "./fence/answers";
import { addressOf, ask, type Method, methods, plain } from "./fence/ask";
import { call } from "./fence/call";
import { type Action, inventory } from "./fence/inventory";
import { fingerprint } from "./fence/rows";
import { type Row, table } from "./fence/table";
import { expect, test } from "./support/realtime";

// Every page, route × method and action of the build, as everybody, against one table. What is not in the table fails.
const { pages, routes, actions: built } = inventory();
const keyOf = (method: Method, path: string) => `${pages.includes(path) ? "PAGE" : method} ${path}`;

type Spent = () => Promise<Cast>;

/** Whom to ask, by what the table says that they are answered, and by who they are. */
type Which = (status: number, actor: ActorName) => boolean;
const everybody: Which = () => true;

const isFull = process.env.TEST_SIZE === "full";
/** One of each kind: nobody, whoever may least in the business, and another business's owner. */
const someActors: ReadonlySet<ActorName> = new Set<ActorName>(["anonymous", "staff", "ownerB"]);

/** What differs from the table; empty is right. */
async function differences(url: string, cast: Cast, spent: Spent, which = everybody): Promise<string[]> {
  const wrong: string[] = [];
  for (const path of [...pages, ...routes]) {
    for (const method of pages.includes(path) ? (["GET"] as const) : methods) {
      const key = keyOf(method, path);
      const row = table[key];
      if (!row) {
        // No right is asked for a method that is not there.
        if (which !== everybody) continue;
        const { status } = await ask(url + addressOf(path, cast.a, guess(path)), { method });
        if (status !== 405) wrong.push(`${key} answers ${status} and is not in the table`);
        continue;
      }
      const by = row.spends ? await spent() : cast;
      const asked = (actor: ActorName) =>
        ask(url + addressOf(path, by.home(actor), row), { method, cookie: by.cookies[actor] });
      wrong.push(...(await unlike(key, row.answers, asked, which)));
    }
  }
  return wrong;
}

/** The same of the actions, each called where its form stands. */
async function differencesOfActions(url: string, cast: Cast, spent: Spent, which = everybody): Promise<string[]> {
  const wrong: string[] = [];
  for (const action of built) {
    const { answers, given, spends } = actions[action.name]!;
    const by = spends ? await spent() : cast;
    const called = (actor: ActorName) =>
      call(pageOf(url, action, by.home(actor)), action, given(by.home(actor)), { cookie: by.cookies[actor] });
    wrong.push(...(await unlike(action.name, answers, called, which)));
  }
  return wrong;
}

type Asking = (actor: ActorName) => Promise<{ status: number }>;

async function unlike(what: string, answers: Answers, asked: Asking, which: Which) {
  const actors = actorNames.filter((name) => which(answers[name], name));
  const wrong: string[] = [];
  // A few at a time: what one is answered has nothing to do with the others.
  for (let at = 0; at < actors.length; at += 4) {
    const some = actors.slice(at, at + 4);
    const statuses = await Promise.all(some.map(asked));
    for (const [nth, actor] of some.entries())
      if (statuses[nth]!.status !== answers[actor])
        wrong.push(`${what} as ${actor}: ${statuses[nth]!.status}, not ${answers[actor]}`);
  }
  return wrong;
}

const pageOf = (url: string, { page }: Action, place: Place) => url + addressOf(page, place, guess(page));

/** For methods that nobody wrote down: the parameters of the path's other rows. */
const guess = (path: string): Row =>
  Object.entries(table).find(([key]) => key.endsWith(` ${path}`))?.[1] ?? {
    answers: table["PAGE /"]!.answers,
    params: { nextauth: "session" },
  };

let cast: Cast;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
});

test("the scan saw the build", () => {
  expect(pages.length).toBeGreaterThan(8);
  expect(routes.length).toBeGreaterThan(12);
  expect(built.length).toBeGreaterThan(3);
  const known = new Set([...pages, ...routes].flatMap((path) => methods.map((method) => keyOf(method, path))));
  expect(Object.keys(table).filter((key) => !known.has(key))).toEqual([]);
});

test("everybody gets what the table says, everywhere", async ({ app }) => {
  test.setTimeout(400_000);
  expect(await differences(app.url, cast, () => castOf(app))).toEqual([]);
});

test("every action answers everybody as the table says", async ({ app }) => {
  test.setTimeout(400_000);
  expect(built.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort());
  expect(await differencesOfActions(app.url, cast, () => castOf(app))).toEqual([]);
});

test("the same without the middleware: it decides no rights", async ({ app, serve }) => {
  test.setTimeout(400_000);
  const bare = await serve({ TEST_FAULTS: "no-middleware" });
  expect((await ask(`${bare.url}/login`)).headers.get("content-security-policy")).toBeNull();
  // What decides no rights lets nobody in by its absence: whoever is let in anyway is asked in the full size alone.
  const which: Which = isFull ? everybody : (status, actor) => status >= 300 && someActors.has(actor);
  if (!isFull) console.log("without the middleware: only who is refused or sent elsewhere, one of each kind of them");
  // Whoever is let in has changed what stands there by now: in the full size everything is asked anew.
  const asked = isFull ? await castOf(app) : cast;
  expect(await differences(bare.url, asked, () => castOf(app), which)).toEqual([]);
  expect(await differencesOfActions(bare.url, asked, () => castOf(app), which)).toEqual([]);
});

const nowhereFrom = ({ slug }: Place): Place => ({
  slug,
  tenantId: newId(),
  bookingId: newId(),
  customerId: newId(),
  visitId: newId(),
  userId: newId(),
  staffId: newId(),
  serviceId: newId(),
  token: newId(),
  ticketId: newId(),
  ticketToken: newId(),
  entryId: newId(),
  waitToken: newId(),
  saleId: newId(),
  optOutToken: newId(),
  receiptToken: newId(),
});

test("another business's ids and made-up ones get everybody the same answer, byte for byte", async ({ app }) => {
  test.setTimeout(400_000);
  const nowhere = nowhereFrom(cast.b);
  if (!isFull) console.log("another business's ids: as one of each kind of people");
  const asking = actorNames.filter((name) => isFull || someActors.has(name) || name === "admin");
  for (const [key, row] of Object.entries(table)) {
    const [kind, path] = key.split(" ") as [Method | "PAGE", string];
    const method = kind === "PAGE" ? "GET" : kind;
    const inTenant = path.includes("[tenantId]");
    if (!inTenant && !/admin.*\[id\]/.test(path)) continue;
    const as = (actor: ActorName, place: Place) =>
      ask(app.url + addressOf(path, place, row), { method, cookie: cast.cookies[actor] });
    for (const actor of asking.filter((name) => name !== (inTenant ? "ownerB" : "admin"))) {
      const [foreign, missing] = await Promise.all([as(actor, cast.b), as(actor, nowhere)]);
      expect(plain(foreign, cast.b), `${key} as ${actor}`).toEqual(plain(missing, nowhere));
      expect(foreign.status, `${key} as ${actor}`).toBe(actor in nobody(0) ? row.answers.anonymous : 404);
    }
    if (!/\[(id|userId|staffId|serviceId|ticketId|entryId)\]/.test(path) || !inTenant) continue;
    // One's own business, with somebody else's thing.
    const [theirs, none] = [
      { ...cast.b, tenantId: cast.a.tenantId },
      { ...nowhere, tenantId: cast.a.tenantId },
    ];
    expect(plain(await as("owner", theirs), theirs), key).toEqual(plain(await as("owner", none), none));
  }
});

test("a link that nobody was given opens no booking, whatever it is made of", async ({ app }) => {
  const { bookingId, tenantId, token } = cast.b;
  for (const path of ["/b/[token]", "/b/[token]/move"]) {
    const made = ["made-up", newId(), bookingId, tenantId, sha256(token), token.slice(1), token.toUpperCase()];
    const answers = await Promise.all(
      made.map((one) => ask(app.url + addressOf(path, cast.b, { params: { token: one } }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(made.map(() => 404));
  }
});

test("what changes something is refused without our own Origin, but for the exempt", async ({ app }) => {
  for (const [key, row] of Object.entries(table)) {
    const [method, path] = key.split(" ") as [Method | "PAGE", string];
    if (method === "GET" || method === "PAGE") continue;
    const address = app.url + addressOf(path, cast.a, row);
    for (const origin of ["", "https://elsewhere.example", "null"]) {
      const { status, body } = await ask(address, { method, cookie: cast.cookies.owner, headers: { origin } });
      const expected = row.exempt === undefined || row.exempt.startsWith("a session") ? 403 : row.answers.owner;
      expect(status, `${key} from ${origin || "nowhere"}: ${body.slice(0, 200)}`).toBe(expected);
    }
  }
});

test("nobody's action is taken from another site's page", async ({ app }) => {
  const before = await fingerprint(app.sql, cast.tenantIds);
  for (const action of built) {
    const { answers, given, ownPage } = actions[action.name]!;
    // What anybody may do lends no rights: what is asked there is whether a session came along.
    const address = pageOf(app.url, action, cast.a);
    for (const origin of ["https://elsewhere.example", ""]) {
      const { status } = await call(address, action, given(cast.a), {
        cookie: cast.cookies.owner,
        headers: { origin },
      });
      const named = `${action.name} from ${origin || "nowhere"}`;
      // Next refuses a foreign Origin itself, as an error; without one it would let the request through.
      if (answers.anonymous !== 200 || ownPage) expect(status, named).toBeGreaterThanOrEqual(400);
    }
  }
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
});

test("another business's ids and made-up ones get the same answer from every action, byte for byte", async ({
  app,
}) => {
  const before = await fingerprint(app.sql, cast.tenantIds);
  const nowhere = nowhereFrom(cast.b);
  // The menu of every page saves the language of one's own login, which is no business's.
  const ofHouses = built.filter(({ page, name }) => page.includes("[tenantId]") && !name.startsWith("app/profile/"));
  for (const action of ofHouses) {
    const { given, thing } = actions[action.name]!;
    const as = async (place: Place) => {
      const { owner: cookie } = cast.cookies;
      return plain(await call(pageOf(app.url, action, place), action, given(place), { cookie }), place);
    };
    const [foreign, missing] = [await as(cast.b), await as(nowhere)];
    expect(foreign, action.name).toEqual(missing);
    expect(foreign.status, action.name).toBe(404);
    // One's own business, with somebody else's thing.
    if (!thing) continue;
    const touching = (place: Place) =>
      call(pageOf(app.url, action, cast.a), action, [cast.a.tenantId, thing(place)], { cookie: cast.cookies.owner });
    const [theirs, none] = [await touching(cast.b), await touching(nowhere)];
    // A product of nowhere is told as one that nobody counts here.
    const refused = expect.stringMatching(/^(unknown|not_counted$)/);
    expect(theirs.answer, action.name).toMatchObject({ ok: false, code: refused });
    expect(theirs.answer, action.name).toEqual(none.answer);
  }
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
});
