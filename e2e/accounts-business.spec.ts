import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { openSlots, signInCookie } from "./support/api";
import { live, signedIn, toasts } from "./support/dashboard";
import { addMember } from "./support/house";
import { expect, streamUrl, test } from "./support/realtime";
import type { App } from "./support/test";

const password = "three quiet herons";
const boss = "admin@clientpulse.test";
/** Promised within 2 s. */
const limitMs = 6_000;

let n = 0;
const applicant = () => {
  const mark = `${Date.now().toString(36)}${++n}`;
  return { businessName: `Pendo ${mark}`, slug: `pendo-${mark}`, email: `owner-${mark}@pendo.test` };
};
type Applicant = ReturnType<typeof applicant>;

const body = ({ businessName, email }: Applicant, more: object = {}) => ({
  businessName,
  businessType: "salon",
  city: "Kisumu",
  phone: "0712 345 678",
  acceptTerms: true,
  name: "Pendo Atieno",
  email,
  password,
  ...more,
});
const post = (app: App, path: string, given: object, cookie?: string, origin = app.url) =>
  fetch(`${app.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie ? { cookie, origin } : {}) },
    body: JSON.stringify(given),
  });
const tenantOf = async (app: App, { slug }: Applicant) => {
  const [row] = await app.sql`select * from tenants where slug = ${slug}`;
  return row!;
};
/** Registered through the API, and where it stands then. */
async function registered(app: App, status = "pending") {
  const who = applicant();
  expect((await post(app, "/api/auth/register", body(who))).status).toBe(202);
  const tenant = await tenantOf(app, who);
  if (status !== "pending") await app.sql`update tenants set status = ${status} where id = ${tenant.id}`;
  return { ...who, id: tenant.id as string };
}

async function fillForm(page: Page, who: Applicant) {
  await page.getByLabel("Name", { exact: true }).fill(who.businessName);
  await page.getByLabel("Kind of business").selectOption("salon");
  await page.getByLabel("Town").fill("Kisumu");
  await page.getByLabel("Phone").fill("0712 345 678");
  await page.getByLabel("Your name").fill("Pendo Atieno");
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password").fill(password);
}

test("a business registers, waits, is seen by the admin at once, is approved, and is open", async ({
  browser,
  app,
}) => {
  const who = applicant();
  const desk = await signedIn(browser, app, boss);
  const admin = await desk.newPage();
  await admin.goto(`${app.url}/admin`);
  await expect(admin).toHaveURL(`${app.url}/admin/tenants`);
  await live(admin);

  const owner = await browser.newContext();
  const page = await owner.newPage();
  await page.goto(`${app.url}/register`);
  await fillForm(page, who);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("Accept the terms to go on.")).toBeVisible();
  await expect(page.getByText("Needs at least 10 characters.")).toBeVisible();
  // What was typed is still there, the password too.
  await expect(page.getByLabel("Kind of business")).toHaveValue("salon");
  await expect(page.getByLabel("Password")).toHaveValue("short");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Register" }).click();
  await page.waitForURL(/\/dashboard\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
  await live(page);

  const row = admin.getByRole("listitem").filter({ hasText: who.businessName });
  await expect(row).toContainText("Waiting");
  await expect(toasts(admin).filter({ hasText: `${who.businessName} applies` })).toBeVisible();

  const book = `${app.url}/book/${who.slug}`;
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(book);
  await expect(guest.getByRole("heading", { name: "Not open yet" })).toBeVisible();
  const preview = await owner.newPage();
  await preview.goto(book);
  await expect(preview.getByText("Only you and your colleagues see this")).toBeVisible();
  await expect(preview.getByText("Knotless braids, medium")).toBeVisible();
  const closed = await fetch(`${app.url}/api/public/${who.slug}`);
  expect([closed.status, (await closed.json()).code]).toEqual([403, "not_open"]);

  await row.getByRole("link").click();
  await expect(admin.getByRole("heading", { name: who.businessName })).toBeVisible();
  await expect(admin.getByText(who.email).first()).toBeVisible();
  await admin.getByRole("button", { name: "Approve" }).click();
  await expect(admin.getByText("Open", { exact: true }).first()).toBeVisible();
  // The owner's open page drops the banner by itself.
  await expect(page.getByText("Waiting for approval.")).toBeHidden();
  await expect(async () => {
    await guest.goto(book);
    await expect(guest.getByRole("heading", { name: "What would you like?" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: limitMs });
  const { services } = await (await fetch(`${app.url}/api/public/${who.slug}`)).json();
  expect(services).toHaveLength(19);
  expect((await openSlots(app.url, who.slug, services[8].id)).length).toBeGreaterThan(0);

  const sent = () => app.sql`select template from messages where to_address in (${who.email}, ${boss})
    and (body like ${`%${who.businessName}%`} or subject like ${`%${who.businessName}%`}) order by template`;
  await expect
    .poll(async () => (await sent()).map((one) => one.template))
    .toEqual(["application-received", "application-to-decide", "tenant-approve"]);
  await Promise.all([desk.close(), owner.close(), guest.context().close()]);
});

test("the form works without a script", async ({ browser, app }) => {
  const who = applicant();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.url}/register`);
  await fillForm(page, who);
  await page.getByLabel("Town").fill(".");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("Tell us the town.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(who.businessName);
  await expect(page.getByLabel("Kind of business")).toHaveValue("salon");
  await page.getByLabel("Town").fill("Kisumu");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("We have your registration")).toBeVisible();
  expect((await tenantOf(app, who)).status).toBe("pending");
  await context.close();
});

test("who is signed in registers another business without another login", async ({ app }) => {
  const first = await registered(app);
  const cookie = await signInCookie(app.url, first.email, password);
  const who = applicant();
  expect((await post(app, "/api/auth/register", body(who), cookie, "https://elsewhere.test")).status).toBe(403);
  const answer = await post(app, "/api/auth/register", body(who), cookie);
  expect(answer.status).toBe(201);
  const { tenantId } = await answer.json();
  const members =
    await app.sql`select u.email from members m join users u on u.id = m.user_id where m.tenant_id = ${tenantId}`;
  expect(members.map(({ email }) => email)).toEqual([first.email]);
  expect(await app.sql`select 1 from users where email = ${who.email}`).toHaveLength(0);
});

test("the API registers by the same rules: nothing is decided by the body, nobody learns whose address is known", async ({
  app,
}) => {
  const who = applicant();
  const grabbing = {
    status: "active",
    role: "platform_admin",
    tenantId: app.tenants.amani,
    slug: "amani",
    platformAdmin: true,
  };
  const fresh = await post(app, "/api/auth/register", body(who, grabbing));
  const known = await post(app, "/api/auth/register", body({ ...applicant(), email: who.email }));
  expect([known.status, await known.text()]).toEqual([fresh.status, await fresh.text()]);
  expect([...known.headers.keys()]).toEqual([...fresh.headers.keys()]);
  const tenant = await tenantOf(app, who);
  expect(tenant).toMatchObject({ status: "pending", kind: "business" });
  expect(tenant.id).not.toBe(app.tenants.amani);
  const [user] = await app.sql`select id, platform_admin from users where email = ${who.email}`;
  expect(user!.platform_admin).toBe(false);
  const roles = await app.sql`select tenant_id, role from members where user_id = ${user!.id}`;
  expect(roles.map((row) => ({ ...row }))).toEqual([{ tenant_id: tenant.id, role: "owner" }]);
  await expect
    .poll(async () =>
      (await app.sql`select template from messages where to_address = ${who.email} order by template`).map(
        (one) => one.template,
      ),
    )
    .toEqual(["application-received", "registration-known"]);

  const wrong = await post(app, "/api/auth/register", { ...body(applicant()), phone: "12", password: "short" });
  expect(wrong.status).toBe(422);
  expect(Object.keys((await wrong.json()).fields).sort()).toEqual(["password", "phone"]);
  expect((await post(app, "/api/auth/register", [])).status).toBe(422);
});

test("too many registrations from one address are asked to wait", async ({ serve, database, app }) => {
  const strict = await serve({ SIGN_INS_PER_ADDRESS: "1" }, database);
  const answers = [];
  for (let tries = 0; tries < 2; tries++) {
    const at = { ...app, url: strict.url } as App;
    answers.push(await post(at, "/api/auth/register", body(applicant())));
  }
  expect(answers.map(({ status }) => status)).toEqual([202, 429]);
  expect(Number(answers[1]!.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("with AUTO_APPROVE a business is open as soon as it is registered", async ({ serve, app }) => {
  const easy = await serve({ AUTO_APPROVE: "1" });
  const who = applicant();
  await post({ ...app, url: easy.url } as App, "/api/auth/register", body(who));
  expect((await fetch(`${easy.url}/api/public/${who.slug}`)).status).toBe(200);
});

test("a rejected owner reads why, puts it right and applies again", async ({ browser, app }) => {
  const who = await registered(app);
  const desk = await signedIn(browser, app, boss);
  const admin = await desk.newPage();
  await admin.goto(`${app.url}/admin/tenants/${who.id}`);
  await admin.locator("summary", { hasText: "Reject" }).click();
  await admin.getByLabel("Reason").fill("The phone does not answer");
  await admin.getByRole("button", { name: "Reject" }).click();
  await expect(admin.getByText("Rejected", { exact: true }).first()).toBeVisible();

  const owner = await browser.newContext();
  const page = await owner.newPage();
  await page.goto(`${app.url}/login`);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: `${who.businessName} was not accepted` })).toBeVisible();
  await expect(page.getByText("The phone does not answer")).toBeVisible();
  expect((await fetch(`${app.url}/book/${who.slug}`)).status).toBe(404);
  await page.getByLabel("Phone").fill("0733 111 222");
  await page.getByRole("button", { name: "Apply again" }).click();
  await page.waitForURL(`**/dashboard/${who.id}`);
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
  expect(await tenantOf(app, who)).toMatchObject({ status: "pending", phone: "+254733111222", status_reason: "" });
  await expect
    .poll(
      () => app.sql`select 1 from events where tenant_id = ${platformTenantId} and name = 'application.received'
      and entity_id = ${who.id}`,
    )
    .toHaveLength(2);
  await Promise.all([desk.close(), owner.close()]);
});

test("a suspended business: its open stream ends, its pages say so, and all comes back when it is opened again", async ({
  browser,
  app,
  listen,
}) => {
  const who = await registered(app, "active");
  const cookie = await signInCookie(app.url, who.email, password);
  const admin = await signInCookie(app.url, boss);
  const stream = await listen(
    { tenantId: who.id, owner: { userId: "", sessionId: "", cookie } },
    { as: { userId: "", sessionId: "", cookie } },
  );
  const context = await signedIn(browser, app, who.email, password);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${who.id}`);
  await live(page);

  const began = performance.now();
  const decide = (decision: string, given: object = {}) =>
    post(app, `/api/admin/tenants/${who.id}/${decision}`, given, admin);
  expect((await decide("suspend")).status).toBe(422);
  const suspended = await decide("suspend", { reason: "Three customers were turned away" });
  expect([suspended.status, await suspended.json()]).toEqual([200, { status: "suspended" }]);
  await stream.until(({ closed }) => closed, limitMs);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
  expect((await fetch(streamUrl(app.url, who.id), { headers: { cookie } })).status).toBe(404);

  // The open page finds out by itself and says why.
  await expect(page.getByRole("heading", { name: `${who.businessName} is suspended` })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText("Three customers were turned away")).toBeVisible();
  await expect(async () => {
    const closed = await fetch(`${app.url}/api/public/${who.slug}`);
    expect((await closed.json()).code).toBe("not_open");
  }).toPass({ timeout: limitMs });

  const again = await decide("suspend", { reason: "Three customers were turned away" });
  expect([again.status, (await again.json()).title]).toEqual([409, "It is suspended."]);
  expect((await decide("approve")).status).toBe(409);
  expect((await decide("reactivate")).status).toBe(200);
  await page.goto(`${app.url}/dashboard/${who.id}`);
  await live(page);
  await context.close();
});

test("the platform's rooms are there for its admins only", async ({ browser, app }) => {
  const cookies = {
    nobody: "",
    owner: await signInCookie(app.url, "owner@amani.test"),
    staff: (await addMember(app.database, app.tenants.amani, "staff")).cookie,
    admin: await signInCookie(app.url, boss),
  };
  const paths = ["/api/admin/tenants", `/api/admin/tenants/${app.tenants.baraka}`, "/api/admin/stream"];
  for (const [who, cookie] of Object.entries(cookies)) {
    const expected = who === "admin" ? 200 : who === "nobody" ? 401 : 404;
    for (const path of paths) {
      const answer = await fetch(app.url + path, { headers: cookie ? { cookie } : {} });
      await answer.body?.cancel();
      expect(answer.status, `${who} ${path}`).toBe(expected);
    }
    if (who === "admin") continue;
    const decided = await post(
      app,
      `/api/admin/tenants/${app.tenants.baraka}/suspend`,
      { reason: "because" },
      cookie || "x=y",
    );
    expect(decided.status, `${who} decides`).toBe(expected);
  }
  expect(
    (await fetch(`${app.url}/api/admin/tenants/${platformTenantId}`, { headers: { cookie: cookies.admin } })).status,
  ).toBe(404);
  expect((await fetch(`${app.url}/api/admin/tenants/${newId()}`, { headers: { cookie: cookies.admin } })).status).toBe(
    404,
  );
  expect((await fetch(`${app.url}/api/admin/tenants?cursor=x`, { headers: { cookie: cookies.admin } })).status).toBe(
    422,
  );
  const foreign = await post(
    app,
    `/api/admin/tenants/${app.tenants.baraka}/suspend`,
    { reason: "because" },
    cookies.admin,
    "https://elsewhere.test",
  );
  expect(foreign.status).toBe(403);

  const owner = await signedIn(browser, app, "owner@amani.test");
  for (const path of ["/admin", "/admin/tenants", `/admin/tenants/${app.tenants.baraka}`]) {
    expect((await owner.request.get(app.url + path)).status(), path).toBe(404);
    const nobody = await fetch(app.url + path, { redirect: "manual" });
    expect([nobody.status, nobody.headers.get("location")?.includes("/login")], path).toEqual([307, true]);
  }
  // An admin without a business is led there.
  const admin = await signedIn(browser, app, boss);
  const page = await admin.newPage();
  await page.goto(`${app.url}/dashboard`);
  await expect(page).toHaveURL(`${app.url}/admin/tenants`);
  await Promise.all([owner.close(), admin.close()]);
});

test("the first admin is made by the link in the log, once", async ({ browser, serve, database }) => {
  const server = await serve({}, database);
  const log = readdirSync(".data-test/logs").find((name) => name === `${database.name}-${server.port}.log`)!;
  const said = () => readFileSync(`.data-test/logs/${log}`, "utf8");
  await expect.poll(said).toContain("/setup?token=");
  const link = /http\S+\/setup\?token=\S+/.exec(said())![0];
  const context = await browser.newContext();
  const page = await context.newPage();
  expect((await page.goto(`${server.url}/setup?token=wrong`))!.status()).toBe(404);
  expect((await page.goto(`${server.url}/setup`))!.status()).toBe(404);
  await page.goto(link);
  await page.getByLabel("Your name").fill("Faith Naliaka");
  await page.getByLabel("E-mail").fill("faith@platform.test");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the first admin" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to your business" })).toBeVisible();
  await page.getByLabel("E-mail").fill("faith@platform.test");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/admin/tenants");
  await expect(page.getByText("No business yet")).toBeVisible();
  expect((await page.goto(link))!.status()).toBe(404);
  await context.close();
});

test("the new screens are clean for axe, light and dark, at 360 px and wide", async ({ browser, app }) => {
  test.slow();
  const waiting = await registered(app);
  const rejected = await registered(app);
  await app.sql`update tenants set status = 'rejected', status_reason = 'The phone does not answer' where id = ${rejected.id}`;
  const visits: [who: string | null, secret: string, addresses: string[]][] = [
    [null, "", ["/", "/register", "/terms", "/privacy", "/login", `/book/${waiting.slug}`]],
    [
      boss,
      "demo-clientpulse",
      [
        "/admin/tenants",
        "/admin/tenants?q=nobody-has-this",
        `/admin/tenants/${waiting.id}`,
        `/admin/tenants/${rejected.id}`,
      ],
    ],
    [waiting.email, password, ["/register", `/dashboard/${waiting.id}`, `/book/${waiting.slug}`]],
    [rejected.email, password, ["/dashboard"]],
  ];
  for (const [who, secret, addresses] of visits) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [360, 1440]) {
        const context = who ? await signedIn(browser, app, who, secret) : await browser.newContext();
        const page = await context.newPage();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await page.goto(app.url + address);
          const found = await new AxeBuilder({ page }).analyze();
          const told = found.violations.map(
            (v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
          );
          expect(told, `${address} ${colorScheme} ${width}`).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect(sideways, `${address} scrolls sideways at ${width}`).toBe(false);
        }
        await context.close();
      }
    }
  }
});
