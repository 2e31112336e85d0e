import { readdirSync, readFileSync } from "node:fs";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { signInCookie } from "./support/api";
import { boss, password, post, registered } from "./support/applicants";
import { live, signedIn } from "./support/dashboard";
import { addMember } from "./support/house";
import { addLogin } from "./support/outbox";
import { expect, test } from "./support/realtime";

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
  for (const path of ["/admin", "/admin/notifications", "/admin/tenants", `/admin/tenants/${app.tenants.baraka}`]) {
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

test("what happened to the platform is listed, live, and leads to the business", async ({ browser, app }) => {
  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/tenants`);
  await page.getByRole("link", { name: "News" }).click();
  await expect(page.getByRole("heading", { name: "News" })).toBeVisible();
  await live(page);
  const who = await registered(app);
  const row = page.getByRole("list", { name: "News" }).getByRole("link", { name: `${who.businessName} applies` });
  await row.click();
  await page.waitForURL(`**/admin/tenants/${who.id}`);
  const ask = (query: string) => context.request.get(`${app.url}/api/admin/notifications?${query}`);
  const { items } = await (await ask("limit=1")).json();
  expect(items).toMatchObject([{ name: "application.received", entityId: who.id }]);
  expect((await ask(`cursor=${newId()}`)).status()).toBe(422);
  await context.close();
});

test("sign-ins and what people change of their own logins stand in the platform's log", async ({ browser, app }) => {
  const login = await addLogin(app, "staff");
  const theirs = await signedIn(browser, app, login.email);
  const answer = await theirs.request.patch(`${app.url}/api/auth/profile`, {
    headers: { origin: app.url },
    data: { name: `Njeri ${login.id.slice(-6)}` },
  });
  expect(answer.status()).toBe(200);
  expect((await theirs.request.get(`${app.url}/admin/audit`)).status()).toBe(404);

  const context = await signedIn(browser, app, boss);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/audit?member=${login.id}`);
  const entries = page.getByRole("list", { name: "What was changed" }).getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("Changed the profile");
  await expect(entries.first()).toContainText(`Name: ${login.name} →`);
  await expect(entries.last()).toContainText("Signed in");
  await Promise.all([context.close(), theirs.close()]);
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
