import { openDashboard, withCookie } from "./support/dashboard";
import { expect, test } from "./support/realtime";

// What the old system let happen to screens that are open all day, each tried here the way it was done there.

test("each event was four questions from every screen, and a busy day locked them out", async ({
  app,
  browser,
  house,
  book,
}) => {
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await openDashboard(context, house.tenantId, app.url);
  const asked: string[] = [];
  const refused: number[] = [];
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (!pathname.startsWith("/api/dashboard/") || pathname.endsWith("/stream")) return;
    asked.push(pathname);
    if (answer.status() >= 400) refused.push(answer.status());
  });
  const bookings = 30;
  for (let made = 0; made < bookings; made += 10) await Promise.all(Array.from({ length: 10 }, () => book(house)));
  const [{ seq } = { seq: 0 }] =
    await app.sql`select seq::int as seq from event_heads where tenant_id = ${house.tenantId}`;
  await expect.poll(() => page.evaluate(() => window.applied.at(-1))).toBe(seq);
  await expect(page.getByText(/Live/).first()).toBeVisible();
  console.log(`${bookings} bookings: ${asked.length} questions from a screen (the old one: ${bookings * 12})`);
  // Four for each of three events of each booking it was there.
  expect(asked.length).toBeLessThan(bookings * 4);
  expect(refused).toEqual([]);
  await context.close();
});
