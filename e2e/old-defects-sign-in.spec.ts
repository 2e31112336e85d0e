import { makeLogin } from "@/db/testing/login";
import { ask } from "./fence/ask";
import { actionNamed, call } from "./fence/call";
import { inventory } from "./fence/inventory";
import { bookByApi, newPhone, trySignIn } from "./support/api";
import { applicant, body } from "./support/applicants";
import { openHouse } from "./support/house";
import { invitation } from "./support/members";
import { addLogin, messageTo } from "./support/outbox";
import { portalCookie, signUp } from "./support/portal";
import { raw } from "./support/raw";
import { expect, test } from "./support/realtime";

// What the system that this one replaces let happen, one by one: signing in, codes and passwords.

const password = "demo-clientpulse";

test("a name was enough to sign in with, and the first of that name was taken", async ({ app }) => {
  const name = `Wanjiru ${newPhone()}`;
  await makeLogin(app.sql, { name, password });
  const second = await makeLogin(app.sql, { name, password: "another long one" });
  for (const typed of [name, name.split(" ")[0]!, second.phone.slice(0, 8), second.phone.slice(-4)])
    expect((await trySignIn(app.url, typed, password)).ok, typed).toBe(false);
  expect((await trySignIn(app.url, second.phone, password)).ok).toBe(false);
  expect((await trySignIn(app.url, second.phone, "another long one")).ok).toBe(true);
});

test("a piece of a phone number opened a stranger's account", async ({ app, house }) => {
  for (const phone of ["25", "07", "+254", "0712", "%", ""])
    expect((await signUp(app, { slug: house.slug, phone })).status, phone).toBe(422);
});

test("nobody could be the customer of two businesses, and each saw the other's", async ({ app }) => {
  const [one, two] = [await openHouse(app.database), await openHouse(app.database)];
  const phone = newPhone();
  for (const [house, name] of [
    [one, "Achieng at the first"],
    [two, "Achieng at the second"],
  ] as const)
    expect((await bookByApi(app.url, house.slug, { ...house.wishes.next().value, phone, name })).status).toBe(201);
  const cookie = await portalCookie(app, one.slug, phone);
  const portal = async (slug: string) => (await ask(`${app.url}/portal/${slug}`, { cookie })).body;
  const [first, second] = [await portal(one.slug), await portal(two.slug)];
  expect([first.includes("Achieng at the first"), first.includes("Achieng at the second")]).toEqual([true, false]);
  expect([second.includes("Achieng at the first"), second.includes("Achieng at the second")]).toEqual([false, true]);
  const stranger = await portalCookie(app, one.slug);
  expect((await ask(`${app.url}/portal/${one.slug}`, { cookie: stranger })).body).not.toContain("Achieng");
});

test("another X-Forwarded-For with each try made guesses free", async ({ app, house }) => {
  const login = await addLogin(app);
  const guesses = [];
  for (let n = 0; n < 12; n++) {
    const headers = { "x-forwarded-for": `10.1.1.${n}` };
    guesses.push((await trySignIn(app.url, login.email, `guess number ${n}`, { headers })).answer.status);
  }
  expect(guesses).toContain(429);

  const phone = newPhone();
  const sent = await (await signUp(app, { slug: house.slug, phone })).json();
  const [message] = await app.sql`select body from messages where to_address = ${phone}`;
  const code = String(message!.body).slice(0, 6);
  const give = (code: string, n: number) =>
    signUp(app, { ...sent, slug: house.slug, phone, code }, { "x-forwarded-for": `10.1.2.${n}` });
  const wrong = code === "000000" ? "111111" : "000000";
  for (let n = 0; n < 5; n++) expect((await give(wrong, n)).status).toBe(422);
  expect(await (await give(code, 6)).json()).toMatchObject({ code: "code_over" });
});

test("one character was a password, wherever one is chosen", async ({ app, house }) => {
  const post = (path: string, given: object) =>
    ask(app.url + path, { method: "POST", body: JSON.stringify({ ...given, password: "1" }) });
  const refused = async (path: string, given: object) => {
    const answer = await post(path, given);
    expect(answer.status, path).toBe(422);
    expect(JSON.parse(answer.body).fields).toHaveProperty("password");
  };
  await refused("/api/auth/register", body(applicant()));
  await refused("/api/auth/password-reset/confirm", { token: "made-up" });

  const link = new URL(await invitation(app, house, `new-${newPhone()}@house.test`));
  const join = actionNamed("app/(auth)/invite/[token]/actions.ts#joinWithNewLogin");
  const token = link.pathname.split("/").at(-1);
  const joined = await call(link.href, join, [{ token, name: "Chebet", password: "1" }]);
  const login = await addLogin(app);
  const { cookie } = await trySignIn(app.url, login.email, password);
  const save = actionNamed("app/profile/actions.ts#savePassword");
  const saved = await call(`${app.url}/profile`, save, [{ old: password, fresh: "1" }], { cookie });
  expect([joined.answer, saved.answer]).toMatchObject([
    { ok: false, fields: { password: ["needs at least 10 characters"] } },
    { ok: false, fields: { fresh: ["needs at least 10 characters"] } },
  ]);
});

test("the sign-in lay where any script could read it", async ({ app, browser }) => {
  const login = await addLogin(app);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/login`);
  await page.getByLabel("E-mail or phone").fill(login.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/dashboard/**");
  const kept = await page.evaluate(() =>
    [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
  );
  const session = (await context.cookies()).find(({ name }) => name === "clientpulse.session")!;
  expect(session.httpOnly).toBe(true);
  for (const secret of [session.value, login.email, "clientpulse.session"]) expect(kept).not.toContain(secret);
  await context.close();
});

test("a sign-in never ended: not with time, and not by signing out", async ({ app, house }) => {
  const login = await addLogin(app);
  const { cookie } = await trySignIn(app.url, login.email, password);
  const profile = async (of: string) => (await ask(`${app.url}/api/auth/profile`, { cookie: of })).status;
  expect([await profile(cookie), await profile(house.owner.cookie)]).toEqual([200, 200]);
  await app.sql`update sessions set expires_at = now() - interval '1 second' where id = ${house.owner.sessionId}`;
  const { csrfToken } = JSON.parse((await ask(`${app.url}/api/auth/csrf`, { cookie })).body);
  const signOut = { method: "POST", cookie, body: JSON.stringify({ csrfToken, json: "true" }) } as const;
  await ask(`${app.url}/api/auth/signout`, signOut);
  expect([await profile(cookie), await profile(house.owner.cookie)]).toEqual([401, 401]);
});

test("every other site could read the answers", async ({ app, house }) => {
  const paths = inventory().routes.filter((path) => !/\[(?!tenantId|slug)/.test(path));
  expect(paths.length).toBeGreaterThan(12);
  for (const path of paths) {
    const address = path.replace("[tenantId]", house.tenantId).replace("[slug]", house.slug);
    const headers = { origin: "https://elsewhere.example" };
    const answer = await ask(app.url + address, { cookie: house.owner.cookie, headers });
    expect(answer.headers.get("access-control-allow-origin"), path).toBeNull();
  }
});

test("any Host was taken for our own, also in the links that we send", async ({ app }) => {
  const login = await addLogin(app);
  const wish = JSON.stringify({ identifier: login.email });
  const head = ["POST /api/auth/password-reset HTTP/1.1", "Host: elsewhere.example", "Connection: close"];
  const body = ["Content-Type: application/json", `Content-Length: ${wish.length}`, "", wish];
  await raw(app.url, [...head, ...body].join("\r\n"));
  const message = await messageTo(app, login.email, /reset-password/);
  expect(message.body).toContain(`${app.url}/reset-password/`);
  expect(message.body).not.toContain("elsewhere.example");
});
