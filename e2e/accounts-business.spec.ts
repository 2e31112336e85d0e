import type { Page } from "@playwright/test";
import { openSlots, signInCookie } from "./support/api";
import {
  type Applicant,
  applicant,
  body,
  boss,
  password,
  post,
  registered,
  registrationCode,
  tenantOf,
} from "./support/applicants";
import { live, signedIn, toasts } from "./support/dashboard";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

/** Promised within 2 s. */
const limitMs = 6_000;

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
  // Three people, a dozen pages.
  test.slow();
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
  await page.getByRole("checkbox", { name: "I accept" }).check();
  // It stands there for six seconds only, which signing in may take on a busy machine.
  const told = toasts(admin)
    .filter({ hasText: `${who.businessName} applies` })
    .waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText(who.email)).toBeVisible();
  // Nothing is there yet, whoever's address it is.
  expect(await tenantOf(app, who)).toBeUndefined();
  const code = await registrationCode(app, who);
  await page.reload();
  await page.getByLabel("Code").fill(code === "000000" ? "000001" : "000000");
  await expect(page.getByText("The code is not right. 4 tries left.")).toBeVisible();
  await page.getByLabel("Code").fill(code);
  await page.waitForURL(/\/dashboard\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
  await live(page);

  const row = admin
    .getByRole("list", { name: "Businesses" })
    .getByRole("listitem")
    .filter({ hasText: who.businessName });
  await expect(row).toContainText("Waiting");
  await told;

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
  // Nothing would happen.
  await expect(page.getByText("Show what I type")).toBeHidden();
  await fillForm(page, who);
  await page.getByLabel("Town").fill(".");
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("Tell us the town.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(who.businessName);
  await expect(page.getByLabel("Kind of business")).toHaveValue("salon");
  await page.getByLabel("Town").fill("Kisumu");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByLabel("Code").fill(await registrationCode(app, who));
  await page.getByRole("button", { name: "Open my business" }).click();
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
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
  const { registration, ...told } = await fresh.json();
  const code = await registrationCode(app, who);
  const confirm = (more: object) => post(app, "/api/auth/register/confirm", { registration, code, ...more });
  expect((await confirm({ registration: "made-up" })).status).toBe(409);
  expect((await confirm({ code: "12" })).status).toBe(422);
  expect((await confirm(grabbing)).status).toBe(201);
  const known = await post(app, "/api/auth/register", body({ ...applicant(), email: who.email }));
  const { registration: another, ...toldAgain } = await known.json();
  expect([known.status, toldAgain, another.length]).toEqual([fresh.status, told, registration.length]);
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
    .toEqual(["application-received", "registration-code", "registration-known"]);

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
  const who = await registered({ ...app, url: easy.url } as App, "active");
  expect((await fetch(`${easy.url}/api/public/${who.slug}`)).status).toBe(200);
});
