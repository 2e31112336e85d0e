import type { Page } from "@playwright/test";
import { newPhone } from "./api";
import { type App, expect } from "./test";

/** The portal's entry, as its own page asks. */
export const signUp = (app: App, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/api/auth/customer-signup`, {
    method: "POST",
    headers: { origin: app.url, ...headers },
    body: JSON.stringify(body),
  });

/** The Cookie header of a customer who entered this business's portal with phone and code. */
export async function portalCookie(app: App, slug: string, phone = newPhone()): Promise<string> {
  const sent = await (await signUp(app, { slug, phone })).json();
  const [message] = await app.sql`select body from messages where to_address = ${phone} and template = 'portal-code'
    order by created_at desc limit 1`;
  const answer = await signUp(app, { ...sent, slug, phone, code: String(message?.body).slice(0, 6) });
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}

/** The newest code that went to this phone. */
export async function codeFor(app: App, phone: string, template = "portal-code"): Promise<string> {
  const newest = async () => {
    const [row] = await app.sql`select body from messages where to_address = ${phone} and template = ${template}
      order by created_at desc limit 1`;
    return /^\d{6}/.exec(row?.body ?? "")?.[0] ?? "";
  };
  await expect.poll(newest).not.toBe("");
  return newest();
}

/** To the step where the code is typed. */
export async function toCode(page: Page, app: App, slug: string, phone: string): Promise<void> {
  await page.goto(`${app.url}/portal/${slug}`);
  await page.waitForURL("**/sign-in");
  await page.getByLabel("Phone").fill(phone);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByLabel("Code")).toBeVisible();
}

/** Enters with phone and code; the form goes off with the sixth digit. */
export async function enter(page: Page, app: App, slug: string, phone: string): Promise<void> {
  await toCode(page, app, slug, phone);
  await page.getByLabel("Code").fill(await codeFor(app, phone));
  await page.waitForURL(`**/portal/${slug}`);
}

/** The same where no script sends it. */
export async function enterByHand(page: Page, app: App, slug: string, phone: string): Promise<void> {
  await toCode(page, app, slug, phone);
  await page.getByLabel("Code").fill(await codeFor(app, phone));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/portal/${slug}`);
}
