import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { signInCookie, trySignIn } from "./support/api";
import { signedIn } from "./support/dashboard";
import { triedBefore } from "./support/limits";
import { addLogin, codeTo, messageTo } from "./support/outbox";
import { expect, test } from "./support/test";

const fresh = "seven quiet lanterns";

async function forgot(page: Page, url: string, identifier: string) {
  await page.goto(`${url}/login`);
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await page.waitForURL("**/forgot-password");
  await page.getByLabel("E-mail or phone").fill(identifier);
  await page.getByRole("button", { name: "Send" }).click();
}

async function signInAs(page: Page, who: string, password: string) {
  await page.getByLabel("E-mail or phone").fill(who);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("by e-mail: the link is looked at, sets the password once, and signs everybody else out", async ({
  page,
  browser,
  app,
}) => {
  const login = await addLogin(app);
  const elsewhere = await signedIn(browser, app, login.email);
  await forgot(page, app.url, login.email);
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const link = /http\S+/.exec((await messageTo(app, login.email, /reset-password/)).body)![0];
  // As a mail program does.
  for (let n = 0; n < 2; n++) expect((await fetch(link)).status).toBe(200);

  await page.goto(link);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Password needs at least 10 characters.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("short");
  await page.getByLabel("New password").fill(fresh);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await signInAs(page, login.email, fresh);
  await page.waitForURL("**/dashboard/**");

  expect((await elsewhere.request.get(`${app.url}/api/auth/profile`)).status()).toBe(401);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await messageTo(app, login.email, /password was changed/);
  await elsewhere.close();
});

test("by phone: a wrong code is told, the right one goes off by itself and leads to a new password", async ({
  page,
  app,
}) => {
  const login = await addLogin(app);
  await forgot(page, app.url, `0${login.phone.slice(4)}`);
  const code = page.getByLabel("Code");
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(page.getByRole("button", { name: "Send a new code" })).toHaveAttribute("aria-disabled", "true");
  const first = await codeTo(app, login.phone);
  await page.reload();
  await expect(code).toBeFocused();
  await page.getByRole("button", { name: "Use another number" }).click();
  await expect(page.getByLabel("E-mail or phone")).toHaveValue(`0${login.phone.slice(4)}`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(code).toBeFocused();
  await expect.poll(() => codeTo(app, login.phone)).not.toBe(first);
  const right = await codeTo(app, login.phone);
  await code.pressSequentially(String((Number(right) + 1) % 1_000_000).padStart(6, "0"));
  await expect(page.getByRole("alert").filter({ hasText: "Code is not right. 4 tries left." })).toBeVisible();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  // Pasted as the SMS program copies it.
  await code.fill(`${right.slice(0, 3)} ${right.slice(3)}`);
  await page.waitForURL("**/reset-password/**");
  await page.getByLabel("New password").fill(fresh);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("link", { name: "Sign in" }).click();
  await signInAs(page, `0${login.phone.slice(4)}`, fresh);
  await page.waitForURL("**/dashboard/**");
});

const post = (url: string, path: string, body: object) =>
  fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("through the API; and whoever is not known gets the same answers", async ({ app }) => {
  const login = await addLogin(app);
  const nobody = { email: `${newId()}@nobody.test`, phone: "+254799000111" };
  const ask = async (identifier: string) => {
    const answer = await post(app.url, "/api/auth/password-reset", { identifier });
    expect(answer.status).toBe(202);
    return (await answer.json()) as { by: string; challenge?: string };
  };
  for (const who of [login, nobody]) expect(await ask(who.email)).toEqual({ by: "email" });
  const [{ challenge }, unknown] = [await ask(login.phone), await ask(nobody.phone)];
  const id = expect.stringMatching(/^[\da-f-]{36}$/);
  expect([challenge, unknown]).toEqual([id, { by: "phone", challenge: id }]);
  const code = await codeTo(app, login.phone);
  const confirm = (body: object) => post(app.url, "/api/auth/password-reset/confirm", body);
  const easy = await confirm({ identifier: login.phone, challenge, code, password: "password123" });
  expect([easy.status, Object.keys((await easy.json()).fields)]).toEqual([422, ["password"]]);
  expect((await confirm({ identifier: login.phone, challenge, code, password: fresh })).status).toBe(200);
  expect((await confirm({ identifier: login.phone, challenge, code, password: fresh })).status).toBe(422);
  await signInCookie(app.url, login.phone, fresh);
  const wrong = await confirm({
    identifier: nobody.phone,
    challenge: unknown.challenge,
    code: "123456",
    password: fresh,
  });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { fields: { code: ["is not right. 4 tries left"] } }]);
});

test("the sixth reset of a day to one address waits, and says for how long", async ({ page, app }) => {
  const login = await addLogin(app);
  for (let n = 0; n < 5; n++)
    expect((await post(app.url, "/api/auth/password-reset", { identifier: login.email })).status).toBe(202);
  const refused = await post(app.url, "/api/auth/password-reset", { identifier: login.email });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await forgot(page, app.url, login.email);
  await expect(page.getByText(/Too many tries\. Wait \d+ hours and try again\./)).toBeVisible();
  await expect(page.getByLabel("E-mail or phone")).toHaveValue(login.email);
});

test("wrong passwords in a row make the form say how long to wait", async ({ page, app }) => {
  const login = await addLogin(app);
  await triedBefore(app, "sign-in-failures", `${login.email} 127.0.0.1`, 20);
  expect((await trySignIn(app.url, login.email, "not the password")).answer.status).toBe(401);
  await page.goto(`${app.url}/login`);
  await signInAs(page, login.email, "not the password");
  await expect(page.getByText(/Too many tries\. Wait \d+ (seconds?|minutes)/)).toBeVisible();
  await expect(page.getByLabel("E-mail or phone")).toHaveValue(login.email);
});
