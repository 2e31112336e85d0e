import { bookByApi } from "./support/api";
import { appliedBy, openDashboard, signedIn, stat, toasts } from "./support/dashboard";
import { openHouse } from "./support/house";
import { addLogin, messageTo } from "./support/outbox";
import { expect, test } from "./support/test";

test("whoever asked for their own bookings is told of those only, on the screen and by e-mail", async ({
  browser,
  app,
}) => {
  const house = await openHouse(app.database, { staff: 2 });
  const [mine, theirs] = house.staffIds as [string, string];
  const login = await addLogin(app, "front_desk");
  await app.sql`insert into members (tenant_id, user_id, role, staff_id)
    values (${house.tenantId}, ${login.id}, 'front_desk', ${mine})`;
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile`);
  await page.getByLabel("Only my own").check();
  await page.getByLabel("By e-mail as well").check();
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.close();

  const desk = await openDashboard(context, house.tenantId, app.url);
  const before = (await appliedBy(desk)).length;
  const book = async (staffId: string, name: string) => {
    const wish = { ...house.wishes.next().value, staffId };
    const answer = await bookByApi(app.url, house.slug, { ...wish, name });
    expect(answer.status, await answer.clone().text()).toBe(201);
  };
  await book(theirs, "Wambui Njeri");
  await book(mine, "Akoth Odhiambo");
  await expect(toasts(desk).filter({ hasText: "Akoth Odhiambo booked Cut" })).toBeVisible();
  await messageTo(app, login.email, /Akoth Odhiambo booked Cut/);
  // The other one came first, and was counted.
  await expect(toasts(desk).filter({ hasText: "Wambui" })).toHaveCount(0);
  await expect(stat(desk, "newCustomersToday")).toHaveText("2");
  expect((await appliedBy(desk)).length).toBeGreaterThan(before + 1);
  const outbox = await (await fetch(`${app.url}/api/dev/outbox?to=${encodeURIComponent(login.email)}`)).text();
  expect(outbox).not.toContain("Wambui");
  await desk.goto(`${app.url}/dashboard/${house.tenantId}/notifications`);
  await expect(desk.getByText("Akoth Odhiambo booked Cut")).toBeVisible();
  await expect(desk.getByText("Wambui")).toHaveCount(0);
  await context.close();
});
