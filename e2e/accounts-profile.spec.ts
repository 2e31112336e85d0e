import { anyPhone } from "@/db/testing/login";
import { newId } from "@/lib/platform/ids";
import { signInCookie } from "./support/api";
import { signedIn } from "./support/dashboard";
import { addLogin, codeTo, messageTo } from "./support/outbox";
import { expect, test } from "./support/realtime";

test("name, language and wishes are kept; what is wrong is said and what was typed stays", async ({ browser, app }) => {
  const login = await addLogin(app);
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile`);
  await page.getByLabel("Name").fill("Njeri Achieng Otieno");
  await page.getByLabel("Kiswahili").check();
  await page.getByRole("button", { name: "Save" }).first().click();
  // The page goes on in the language that was chosen.
  await expect(page.getByText("Imehifadhiwa.")).toBeVisible();
  await page.getByLabel("Yangu tu").check();
  await page.getByRole("button", { name: "Hifadhi" }).last().click();
  const read = async () => (await context.request.get(`${app.url}/api/auth/profile`)).json();
  await expect.poll(async () => (await read()).preferences.bookings).toBe("own");
  const profile = await read();
  expect(profile).toMatchObject({
    name: "Njeri Achieng Otieno",
    language: "sw",
    preferences: { bookings: "own", byEmail: false },
  });
  expect(JSON.stringify(profile)).not.toMatch(/argon2|secret"/i);

  const patch = (data: object, origin = app.url) =>
    context.request.patch(`${app.url}/api/auth/profile`, { headers: { origin }, data });
  expect((await patch({ language: "de" })).status()).toBe(422);
  expect((await patch({ name: "Njeri" }, "https://evil.test")).status()).toBe(403);
  expect(await (await patch({ name: "Njeri" })).json()).toMatchObject({ name: "Njeri", language: "sw" });
  expect((await fetch(`${app.url}/api/auth/profile`)).status).toBe(401);
  await context.close();
});

test("a new e-mail address and a new phone count once their codes come back", async ({ browser, app }) => {
  const login = await addLogin(app);
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile`);
  const [email, phone] = [`${newId()}@new.test`, anyPhone()];
  await page.getByRole("button", { name: "Change e-mail" }).click();
  await page.getByLabel("New e-mail").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.reload();
  await expect(page.getByText(`Six digits are on their way to ${email}.`)).toBeVisible();
  await page.getByLabel("Code").fill(await codeTo(app, email));
  await expect(page.getByText("Changed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change e-mail" })).toBeFocused();
  await expect(page.getByText(email)).toBeVisible();
  await messageTo(app, login.email, /e-mail address of your ClientPulse login was changed/);
  await page.getByRole("button", { name: "Change phone" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("Type a phone number.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Change phone" })).toBeFocused();
  await page.getByRole("button", { name: "Change phone" }).click();
  await page.getByLabel("New phone").fill("12");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("New phone is not a phone number.")).toBeVisible();
  await page.getByLabel("New phone").fill(`0${phone.slice(4)}`);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").fill(await codeTo(app, phone));
  await expect(page.getByRole("button", { name: "Change phone" })).toBeFocused();
  await expect(page.getByText(phone)).toBeVisible();
  await signInCookie(app.url, email);
  await signInCookie(app.url, phone);
  await expect(signInCookie(app.url, login.email)).rejects.toThrow("sign-in refused");
  await context.close();
});

test("devices: one ends, the others end, their streams close within two seconds; this one stays", async ({
  browser,
  app,
  listen,
}) => {
  const login = await addLogin(app);
  const [one, two] = await Promise.all([login, login].map(({ email }) => signInCookie(app.url, email)));
  const context = await signedIn(browser, app, login.email);
  const stranger = await signedIn(browser, app, "desk@amani.test");
  const member = (cookie: string) => ({ userId: login.id, sessionId: "", cookie });
  const house = { tenantId: app.tenants.amani, owner: member(one!) };
  const desk = await listen(house);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile/sessions`);
  await expect(page.getByText("This device")).toBeVisible();
  const { items } = await (await context.request.get(`${app.url}/api/auth/sessions`)).json();
  expect(items).toHaveLength(4);
  expect(items.filter((item: { isThis: boolean }) => item.isThis)).toHaveLength(1);
  const theirs = await stranger.request.delete(`${app.url}/api/auth/sessions/${items[1].id}`, {
    headers: { origin: app.url },
  });
  expect(theirs.status()).toBe(404);

  const rows = page.locator("main li");
  await expect(rows).toHaveCount(4);
  await rows.nth(3).getByRole("button").click();
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("2 devices are signed out.")).toBeVisible();
  await desk.until(({ closed }) => closed, 6_000);
  await expect(rows).toHaveCount(1);
  for (const cookie of [one, two])
    expect((await fetch(`${app.url}/api/auth/profile`, { headers: { cookie: cookie! } })).status).toBe(401);
  expect((await context.request.get(`${app.url}/api/auth/profile`)).status()).toBe(200);
  await Promise.all([context.close(), stranger.close()]);
});

test("a new password asks for the old one and ends every other sign-in with its stream", async ({
  browser,
  app,
  listen,
}) => {
  const login = await addLogin(app);
  const cookie = await signInCookie(app.url, login.email);
  const desk = await listen({ tenantId: app.tenants.amani, owner: { userId: login.id, sessionId: "", cookie } });
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile`);
  await page.getByLabel("Current password").fill("not the old one");
  await page.getByLabel("New password").fill("seven quiet lanterns");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Current password is not right.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("seven quiet lanterns");
  await page.getByLabel("Current password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await desk.until(({ closed }) => closed, 6_000);
  expect((await context.request.get(`${app.url}/api/auth/profile`)).status()).toBe(200);
  await signInCookie(app.url, login.email, "seven quiet lanterns");
  await context.close();
});
