import type { Page } from "@playwright/test";
import { looksRight } from "./support/looks";
import { ringPhone } from "./support/mpesa";
import { expect, test } from "./support/test";

const onPhone = (page: Page, id: string) => page.locator(`[data-prompt="${id}"]`);
const before = (page: Page, reference: RegExp) => page.getByRole("listitem").filter({ hasText: reference });

test.beforeEach(({ app }) => app.mpesa.control.reset());

test("a prompt appears by itself, a PIN pays it, and what became of it stays", async ({ page, app }) => {
  await page.goto(`${app.url}/dev/outbox`);
  await page.getByRole("link", { name: "Phone" }).click();
  await expect(page.getByText("SIMULATED – no money")).toBeVisible();
  await expect(page.getByText("No prompt on the phone")).toBeVisible();
  const prompt = await ringPhone(app);
  const phone = onPhone(page, prompt.id);
  await expect(phone).toContainText("Pay KES 1,500 to Amani Salon & Spa, account BK-7F3K?");
  const pay = phone.getByRole("button", { name: "Pay KES 1,500" });
  await expect(phone).toContainText(/waits [1-5]?\d s|waits 60 s/);
  await pay.click();
  await expect(phone.getByLabel("M-PESA PIN")).toBeFocused();
  for (const digit of "1234") await phone.getByRole("button", { name: digit, exact: true }).click();
  await pay.click();
  await expect(phone).toBeHidden();
  await app.mpesa.control.advance(5_000);
  const [paid] = app.mpesa.control.till();
  expect(paid).toMatchObject({ amount: 1_500, phone: prompt.phone });
  await expect(before(page, /Paid/)).toContainText(paid!.receipt);
  await page.reload();
  await expect(before(page, /Paid/)).toContainText(paid!.receipt);
});

test("by the keyboard: the PIN is typed, and Enter pays", async ({ page, app }) => {
  const prompt = await ringPhone(app);
  await page.goto(`${app.url}/dev/phone`);
  await onPhone(page, prompt.id).getByLabel("M-PESA PIN").fill("12x345");
  await page.keyboard.press("Enter");
  await expect(onPhone(page, prompt.id)).toBeHidden();
  await app.mpesa.control.advance(5_000);
  expect(app.mpesa.control.till()).toHaveLength(1);
});

for (const [button, words] of [
  ["Wrong PIN", "Wrong PIN (2001)"],
  ["No money", "Not enough money (1)"],
  ["Cancel", "Cancelled (1032)"],
  ["Ignore", "Ignored, until it goes away"],
] as const)
  test(`${button} pays nothing`, async ({ page, app }) => {
    const prompt = await ringPhone(app);
    await page.goto(`${app.url}/dev/phone`);
    await onPhone(page, prompt.id).getByRole("button", { name: button }).click();
    await expect(page.getByText(words)).toBeVisible();
    await app.mpesa.control.advance(61_000);
    if (button === "Ignore") await expect(page.getByText("Nobody answered (1037)")).toBeVisible();
    expect(app.mpesa.control.till()).toEqual([]);
  });

test("a prompt that has gone meanwhile says so", async ({ page, app }) => {
  const prompt = await ringPhone(app);
  await page.goto(`${app.url}/dev/phone`);
  await page.route("**/api/dev/phone", (route) =>
    route.request().method() === "GET" ? route.abort() : route.continue(),
  );
  await expect(page.getByText("The server does not answer")).toBeVisible();
  await app.mpesa.control.advance(61_000);
  await onPhone(page, prompt.id).getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("This prompt has gone from the phone.")).toBeVisible();
  await page.unroute("**/api/dev/phone");
  await expect(page.getByText("Nobody answered (1037)")).toBeVisible();
  expect(app.mpesa.control.till()).toEqual([]);
});

test("what a business has to put in to be known to it can be read there", async ({ page, app }) => {
  await page.goto(`${app.url}/dev/phone`);
  await page.getByText("Credentials that the simulator knows").click();
  await expect(page.getByText("simulated-till-key")).toBeVisible();
  await looksRight(page, "phone-credentials");
});

test("it looks right, empty, waiting and full", async ({ page, app }) => {
  await page.goto(`${app.url}/dev/phone`);
  await looksRight(page, "phone-empty");
  for (let n = 0; n < 3; n++) app.mpesa.control.tap((await ringPhone(app, 100 * n + 250)).id, n ? "cancel" : "approve");
  await app.mpesa.control.advance(5_000);
  await ringPhone(app, 250_000);
  await ringPhone(app);
  await page.goto(`${app.url}/dev/phone`);
  await expect(page.getByText("Cancelled (1032)")).toHaveCount(2);
  await looksRight(page, "phone");
});
