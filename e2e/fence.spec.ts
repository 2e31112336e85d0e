import { newId } from "@/lib/platform/ids";
import { type ActorName, actorNames, type Cast, castOf, type Place } from "./fence/actors";
import { addressOf, ask, type Method, methods } from "./fence/ask";
import { inventory } from "./fence/inventory";
import { actions, formActions, type Row, table } from "./fence/table";
import { trySignIn } from "./support/api";
import { test as realtime } from "./support/realtime";
import { expect } from "./support/test";

// Every page, route × method and action of the build, as everybody, against one table. What is not in the table fails.
const test = realtime;
const { pages, routes, actions: built } = inventory();
const keyOf = (method: Method, path: string) => `${pages.includes(path) ? "PAGE" : method} ${path}`;

/** What differs from the table; empty is right. */
async function differences(url: string, cast: Cast, spent: () => Promise<Cast>): Promise<string[]> {
  const wrong: string[] = [];
  const compare = async (key: string, method: Method, path: string, row: Row, by: Cast) => {
    for (const actor of actorNames) {
      const { status } = await ask(url + addressOf(path, by.home(actor), row), { method, cookie: by.cookies[actor] });
      if (status !== row.answers[actor]) wrong.push(`${key} as ${actor}: ${status}, not ${row.answers[actor]}`);
    }
  };
  for (const path of [...pages, ...routes]) {
    for (const method of pages.includes(path) ? (["GET"] as const) : methods) {
      const key = keyOf(method, path);
      const row = table[key];
      if (!row) {
        const { status } = await ask(url + addressOf(path, cast.a, guess(path)), { method });
        if (status !== 405) wrong.push(`${key} answers ${status} and is not in the table`);
        continue;
      }
      await compare(key, method, path, row, row.spends ? await spent() : cast);
    }
  }
  return wrong;
}

/** For methods that nobody wrote down: the parameters of the path's other rows. */
const guess = (path: string): Row =>
  Object.entries(table).find(([key]) => key.endsWith(` ${path}`))?.[1] ?? {
    answers: table["PAGE /"]!.answers,
    params: { token: "made-up", nextauth: "session" },
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
  test.setTimeout(240_000);
  expect(await differences(app.url, cast, () => castOf(app))).toEqual([]);
});

test("the same without the middleware: it decides no rights", async ({ app, serve }) => {
  test.setTimeout(240_000);
  const bare = await serve({ TEST_FAULTS: "no-middleware" });
  expect((await ask(`${bare.url}/login`)).headers.get("content-security-policy")).toBeNull();
  expect(await differences(bare.url, cast, () => castOf(app))).toEqual([]);
});

test("another business's ids and made-up ones get the same answer, byte for byte", async ({ app }) => {
  const nowhere: Place = { ...cast.a, tenantId: newId(), bookingId: newId(), userId: newId() };
  const plain = (answer: Awaited<ReturnType<typeof ask>>, place: Place) => ({
    status: answer.status,
    body: [place.tenantId, place.bookingId, place.userId].reduce((text, id) => text.replaceAll(id, "ID"), answer.body),
    type: answer.headers.get("content-type"),
  });
  for (const [key, row] of Object.entries(table)) {
    const [method, path] = key.split(" ") as [Method | "PAGE", string];
    if (method === "PAGE" || !path.includes("[tenantId]")) continue;
    const as = (place: Place) => ask(app.url + addressOf(path, place, row), { method, cookie: cast.cookies.owner });
    const [foreign, missing] = [await as(cast.b), await as(nowhere)];
    expect(plain(foreign, cast.b), key).toEqual(plain(missing, nowhere));
    expect(foreign.status, key).toBe(404);
    if (!path.includes("[id]") && !path.includes("[userId]")) continue;
    // One's own business, with somebody else's thing.
    const [theirs, none] = [
      { ...cast.b, tenantId: cast.a.tenantId },
      { ...nowhere, tenantId: cast.a.tenantId },
    ];
    expect(plain(await as(theirs), theirs), key).toEqual(plain(await as(none), none));
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

test("every action is known, and nobody else's hands move anything by it", async ({ app }) => {
  expect(built.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort());
  const rows = async () => {
    const [row] =
      await app.sql`select (select count(*) from notification_reads) as reads, (select count(*) from members) as members,
      (select count(*) from tenants) as tenants, (select count(*) from users) as users, (select count(*) from bookings) as bookings,
      (select count(*) from audit_entries) as audits, (select count(*) from invitations) as invitations`;
    return row;
  };
  const before = await rows();
  const call = (action: (typeof built)[number], actor: ActorName, headers: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ id: cast.a.tenantId, tenantId: cast.a.tenantId, decision: "suspend" }))
      form.set(`1_${name}`, value);
    form.set("1_reason", "because");
    form.set("0", '[{"times":0},"$K1"]');
    const plain = { "content-type": "text/plain;charset=UTF-8" };
    const isForm = formActions.has(action.name);
    return fetch(app.url + addressOf(action.page, cast.a, guess(action.page)), {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: cast.cookies[actor],
        origin: app.url,
        "next-action": action.id,
        ...(isForm ? {} : plain),
        ...headers,
      },
      body: isForm ? form : JSON.stringify([cast.a.tenantId, "all"]),
    });
  };
  for (const action of built) {
    const kind = actions[action.name];
    const refused: ActorName[] =
      kind === "member"
        ? ["anonymous", "customer", "removed", "ownerB", "admin", "expired"]
        : kind === "admin"
          ? ["anonymous", "customer", "owner", "ownerB", "expired"]
          : kind === "self"
            ? ["anonymous", "customer", "expired"]
            : [];
    for (const actor of refused) {
      const answer = await call(action, actor);
      // To a script Next tells a redirect in a header, and answers with where it leads.
      const away = answer.headers.get("x-action-redirect")?.startsWith("/login") === true;
      const closed = away || [303, 401, 403, 404].includes(answer.status);
      expect(closed, `${action.name} as ${actor}: ${answer.status}`).toBe(true);
    }
    if (kind === "anyone") continue;
    // Next refuses a foreign Origin itself, as an error; without one it would let the request through.
    for (const origin of ["https://elsewhere.example", ""]) {
      const answer = await call(action, "owner", { origin });
      expect(answer.status, `${action.name} from ${origin || "nowhere"}`).toBeGreaterThanOrEqual(400);
    }
  }
  expect(await rows()).toEqual(before);
});

test("cookies are out of scripts' and other sites' reach; over https they are bound to the host", async ({
  app,
  serve,
}) => {
  const csrf = await fetch(`${app.url}/api/auth/csrf`);
  expect(csrf.headers.getSetCookie().join()).toMatch(/clientpulse\.csrf=.*Path=\/; HttpOnly; SameSite=Lax/);
  const { answer } = await trySignIn(app.url, "desk@amani.test", "demo-clientpulse");
  const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("clientpulse.session="));
  expect(session).toMatch(/Path=\/; .*HttpOnly; SameSite=Lax/);
  expect(session).not.toContain("Secure");

  const secure = await serve({ APP_URL: "https://desk.example.com" });
  const [over] = (await fetch(`${secure.url}/api/auth/csrf`)).headers.getSetCookie();
  expect(over).toMatch(/^__Host-clientpulse\.csrf=.*Path=\/; HttpOnly; Secure; SameSite=Lax/);
  const page = await fetch(`${secure.url}/login`);
  expect(page.headers.get("strict-transport-security")).toContain("max-age=63072000");
});

test("every page says what a browser may do with it", async ({ app }) => {
  for (const path of ["/", "/login", `/book/${cast.a.slug}`]) {
    const { headers } = await fetch(app.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'(;|$)/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"])
      expect(policy, path).toContain(rule);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
  }
  const [first, second] = await Promise.all([fetch(`${app.url}/login`), fetch(`${app.url}/login`)]);
  expect(first.headers.get("content-security-policy")).not.toBe(second.headers.get("content-security-policy"));
  const member = await ask(`${app.url}/dashboard/${cast.a.tenantId}`, { cookie: cast.cookies.owner });
  expect(member.headers.get("cache-control")).toContain("no-store");
});

test("broken cookies and Authorization headers are nobody's, and no error of ours", async ({ app }) => {
  const stats = `${app.url}/api/dashboard/${cast.a.tenantId}/stats`;
  const broken = ["%", "a.b.c", "x".repeat(7_000), "%E0%A4%A", "{}", "clientpulse", '"', "eyJhbGciOiJub25lIn0.e30."];
  for (const value of broken) {
    const cookie = `clientpulse.session=${value}; clientpulse.portal=${value}`;
    expect((await ask(stats, { cookie })).status, value).toBe(401);
    expect((await ask(`${app.url}/portal/${cast.a.slug}`, { cookie })).status, value).toBe(307);
    const authorization = `Bearer ${value}`;
    expect((await ask(stats, { headers: { authorization } })).status, value).toBe(401);
    expect((await ask(`${app.url}/api/auth/session`, { headers: { authorization } })).status, value).toBe(200);
  }
});
