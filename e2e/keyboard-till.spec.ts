import { noonZone } from "@/db/testing/noon";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { press, tabTo, typeInto } from "./support/keyboard";
import { expect, test } from "./support/realtime";

// Beside booking (bookings-ways.spec.ts) and moving (calendar.spec.ts): what is pressed here was reached by Tab alone, and
// showed that it had the focus. No mouse is there at all.

const soon = { timeout: 15_000 };

test("a visit is checked out with the keyboard alone: tip, card and cash, change, and the next sale", async ({
  app,
  browser,
  house,
  book,
}) => {
  test.slow();
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, house.tenantId, id, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${id}`;
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const page = await (await withCookie(browser, app, desk.cookie)).newPage();
  const sheet = page.getByRole("dialog");
  const button = (name: string | RegExp) => sheet.getByRole("button", { name });
  /** Of the ways to pay one is chosen, and the arrows go on from there. */
  const payBy = async (way: string) => {
    await tabTo(page, sheet.getByRole("radio", { checked: true }));
    const wanted = sheet.getByRole("radio", { name: way, exact: true });
    for (let steps = 0; steps < 6 && !(await wanted.isChecked()); steps++) await page.keyboard.press("ArrowRight");
    await expect(wanted).toBeChecked();
  };
  const retype = async (label: string, text: string) => {
    await tabTo(page, sheet.getByLabel(label));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };

  await page.goto(`${app.url}/dashboard/${house.tenantId}/bookings?view=past&booking=${id}`);
  await press(page, button("Check out"));
  await expect(sheet.getByTestId("basket-total")).toHaveText("KES 1,500", soon);
  await typeInto(page, sheet.getByLabel("Tip in KES"), "200");
  await press(page, button("Take payment"));
  await expect(sheet.getByTestId("left-to-pay")).toHaveText("KES 1,700", soon);
  await payBy("Card");
  await retype("Amount in KES", "700");
  await typeInto(page, sheet.getByLabel("Code on the slip"), "4411");
  await press(page, button("Take KES 700"));
  await expect(sheet.getByTestId("left-to-pay")).toHaveText("KES 1,000", soon);
  await payBy("Cash");
  await retype("Cash handed over, in KES", "1200");
  await press(page, button("Take KES 1,000, give KES 200 back"));
  await expect(sheet.getByTestId("change")).toHaveText("Give KES 200 change", soon);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await page.goto(`${app.url}/dashboard/${house.tenantId}/till`);
  await expect(page.getByRole("region", { name: "Done today" })).toContainText("Atieno Owuor", soon);
  await press(page, page.getByRole("button", { name: "New sale" }).first());
  await tabTo(page, sheet.getByLabel("Add a service or product"));
  await page.keyboard.press("ArrowDown");
  await expect(sheet.getByTestId("basket-total")).not.toHaveText("KES 0", soon);
  await page.context().close();
});
