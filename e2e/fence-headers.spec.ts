import { type Cast, castOf } from "./fence/actors";
import { ask } from "./fence/ask";
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
