import { noonZone } from "@/db/testing/noon";
import { newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { asksDeposit } from "./support/paid";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("at the till a phone is asked, says no, is asked again and pays; the rest is cash, and both screens follow", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await asksDeposit(app, house, "prompts");
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const context = await withCookie(browser, app, house.owner.cookie);
  const [page, other] = [await context.newPage(), await context.newPage()];
  const sheet = page.getByRole("dialog");
  for (const one of [other, page]) await one.goto(`${app.url}/dashboard/${house.tenantId}/till`);
  await page.getByRole("button", { name: "New sale" }).first().click();
  const list = sheet.getByLabel("Add a service or product");
  await list.selectOption(await list.locator("option", { hasText: /Cut/ }).getAttribute("value"));
  await sheet.getByRole("button", { name: "Take payment" }).click();
  await expect(sheet.getByTestId("left-to-pay")).toHaveText("KES 1,500", soon);

  const ask = async (phone: string, shillings: string) => {
    await sheet.getByRole("group", { name: "How it is paid" }).getByText("M-Pesa", { exact: true }).click();
    await sheet.getByLabel("Payer’s phone").fill(phone);
    await sheet.getByLabel("Amount in KES").fill(shillings);
    await sheet.getByRole("button", { name: `Ask the phone for KES ${shillings}` }).click();
    await expect(sheet.getByText("Waiting for the phone")).toBeVisible(soon);
  };
  const prompt = (phone: string) =>
    app.mpesa.control.prompts().find((one) => one.phone === phone.slice(1) && one.state === "waiting");

  const [first, second] = [newPhone(), newPhone()];
  await ask(first, "900");
  await expect.poll(() => prompt(first)?.amount, soon).toBe(900);
  await looksRight(page, "till-prompt");
  await page.setViewportSize({ width: 1280, height: 800 });
  app.mpesa.control.tap(prompt(first)!.id, "no-money");
  await expect(sheet.getByText(/not enough money/i)).toBeVisible(soon);
  await ask(second, "900");
  await expect.poll(() => prompt(second)?.amount, soon).toBe(900);
  app.mpesa.control.tap(prompt(second)!.id, "approve");
  await expect(sheet.getByTestId("left-to-pay")).toHaveText("KES 600", soon);
  await expect(other.getByText("KES 600 left")).toBeVisible(soon);
  await sheet.getByRole("group", { name: "How it is paid" }).getByText("Cash", { exact: true }).click();
  await sheet.getByLabel("Cash handed over, in KES").fill("1000");
  await sheet.getByRole("button", { name: "Take KES 600, give KES 400 back" }).click();
  await expect(sheet.getByTestId("change")).toHaveText("Give KES 400 change", soon);
  const sums = await app.sql`select account, sum(debit_minor - credit_minor)::int as sum from ledger_entries
    where tenant_id = ${house.tenantId} group by account order by account`;
  expect(sums.map((row) => ({ ...row }))).toEqual([
    { account: "cash", sum: 60_000 },
    { account: "customers", sum: 0 },
    { account: "mpesa", sum: 90_000 },
    { account: "services", sum: -150_000 },
  ]);
  await context.close();
});
