import type { Page } from "@playwright/test";
import { atHour } from "./support/api";
import { expect, test } from "./support/realtime";

const chip = (page: Page, at: string) => page.locator(`input[name="at"][value="${at}"]`);

test("a time that somebody takes goes, a freed one comes back, within a second; the one chosen says so", async ({
  app,
  house,
  book,
  browser,
}) => {
  const [first, second] = [atHour(2, 10), atHour(2, 11)];
  const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[0]!];
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const streaming = page.waitForRequest((request) => request.url().includes("/stream?since="));
  await page.goto(
    `${app.url}/book/${house.slug}/times?service=${serviceId}&staff=${staffId}&day=${first.slice(0, 10)}`,
  );
  await streaming;
  await chip(page, second).check({ force: true });

  const taken = await book(house, { startsAt: first, serviceId, staffId });
  const began = performance.now();
  await expect(page.locator("label[data-leaves]")).toHaveCount(1, { timeout: 1_000 });
  const gone = performance.now() - began;
  await expect(chip(page, first)).toHaveCount(0);
  await expect(chip(page, second)).toBeChecked();

  const { id } = await taken.json();
  const freed = await fetch(`${app.url}/api/dashboard/${house.tenantId}/bookings/${id}/changes`, {
    method: "POST",
    headers: { cookie: house.owner.cookie, origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ move: "cancel", from: "confirmed" }),
  });
  expect(freed.status).toBeLessThan(300);
  const cancelled = performance.now();
  await expect(chip(page, first)).toHaveCount(1, { timeout: 1_000 });
  console.log(`taken → fading ${Math.round(gone)} ms, freed → there ${Math.round(performance.now() - cancelled)} ms`);

  await book(house, { startsAt: second, serviceId, staffId });
  await expect(page.getByRole("status").filter({ hasText: "11:00 has just been taken" })).toBeVisible({
    timeout: 1_000,
  });
  await expect(page.getByText("Choose a time")).toBeVisible();

  // Away, as a phone in a pocket, and back: what was missed is caught up.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  const third = atHour(2, 15);
  await book(house, { startsAt: third, serviceId, staffId });
  await expect(chip(page, third)).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(chip(page, third)).toHaveCount(0, { timeout: 2_000 });
  await context.close();
});
