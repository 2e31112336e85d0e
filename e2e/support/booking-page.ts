import type { Page } from "@playwright/test";
import { newPhone } from "./api";

/** From the list of services to the form, as a customer goes: the last free time of the first day that has one. */
export async function toDetails(page: Page, url: string, slug = "amani"): Promise<void> {
  await page.goto(`${url}/book/${slug}`);
  await page.locator('a[href*="/times?"]').first().click();
  await page.waitForURL("**/times?**");
  await page.locator('input[name="at"]').last().check({ force: true });
  await page.getByRole("button", { name: /continue/i }).click();
  await page.waitForURL("**/details?**");
}

export async function fillIn(page: Page, name: string, phone = newPhone()): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Phone").fill(phone);
}

/** What a booking is called by. */
export const reference = /\b[2-9A-HJKMNP-Z]{6}\b/;
