import { type ActorName, actorNames, type Cast, castOf } from "./fence/actors";
import { addressOf, ask, methods } from "./fence/ask";
import { inventory } from "./fence/inventory";
import { table } from "./fence/table";
import { trySignIn } from "./support/api";
import { expect, test } from "./support/realtime";

// What every answer carries, and what is made of broken tickets.

let cast: Cast;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
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

/** Whoever sees this page rather than being sent elsewhere; of one that nobody sees, whoever is told so. */
const whoSees = (path: string): ActorName => {
  const answers = table[`PAGE ${path}`]?.answers;
  return actorNames.find((actor) => answers?.[actor] === 200) ?? "anonymous";
};

const expectedOfPages = {
  "x-content-type-options": "nosniff",
  // Never no-referrer: the Origin of a form would be "null" with it.
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};
const rules = ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"];

test("every page of the build says what a browser may do with it, and so does one that is not there", async ({
  app,
}) => {
  const nonces = new Set<string>();
  const nowhere = ["/nothing/here", "/robots.txt.gz", "/tell.js", "/_next/image"];
  const { pages } = inventory();
  for (const path of [...pages, ...nowhere]) {
    const actor = whoSees(path);
    const row = table[`PAGE ${path}`] ?? {};
    const cookie = cast.cookies[actor];
    const { status, headers, body } = await ask(app.url + addressOf(path, cast.home(actor), row), { cookie });
    expect(status, path).toBe(nowhere.includes(path) ? 404 : table[`PAGE ${path}`]?.answers[actor]);
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([\w+/=]+)' 'strict-dynamic'(;|$)/.exec(policy)?.[1];
    expect(nonce, `${path}: ${policy}`).toBeTruthy();
    nonces.add(nonce!);
    for (const rule of rules) expect(policy, path).toContain(rule);
    for (const [name, value] of Object.entries(expectedOfPages))
      expect(headers.get(name), `${path}: ${name}`).toBe(value);
    expect(headers.get("cache-control"), path).toContain("no-store");
    const scripts = body.match(/<script\b[^>]*>/g) ?? [];
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
  }
  expect(nonces.size).toBe(pages.length + nowhere.length);
});

test("an address under /api that is nobody's is told to programs, whatever they ask of it", async ({ app }) => {
  for (const method of methods) {
    const { status, body, headers } = await ask(`${app.url}/api/nothing/here`, { method });
    expect([status, JSON.parse(body).code], method).toEqual([404, "not_found"]);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
  }
});

test("what the server answers before Next says so as well", async ({ app }) => {
  const stream = `${app.url}/api/dashboard/${cast.a.tenantId}/stream`;
  const answers = await Promise.all([
    ask(stream, { cookie: cast.cookies.owner }),
    ask(stream),
    ask(`${app.url}/book/%E0%A4%A`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 400]);
  for (const { headers } of answers) {
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toContain("no-store");
  }
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
