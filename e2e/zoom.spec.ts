import type { Page } from "@playwright/test";
import { castOf } from "./fence/actors";
import { withCookie } from "./support/dashboard";
import { expect, test } from "./support/realtime";

// A page at 200 % is laid out as if the window were half as wide and high, each of its pixels drawn as four: that is what is
// set here. 320 px is a window of 1280 at 400 %.
const zooms = { "320 px": { width: 320, height: 640 }, "200 % of 1440 by 900": { width: 720, height: 450 } };
const mostStops = process.env.TEST_SIZE === "full" ? 200 : 15;

/** What scrolls sideways, and words that are cut off without a sign of it. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ["the page scrolls sideways"] : [];
    const words = [...document.querySelectorAll<HTMLElement>("main *, header *, nav *, footer *")].filter((one) => {
      const own = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "",
      );
      const { overflowX, textOverflow, position, display } = getComputedStyle(one);
      const hidden = overflowX === "hidden" || overflowX === "clip";
      const readAloud = position === "absolute" && one.clientWidth <= 1;
      return (
        own &&
        hidden &&
        textOverflow !== "ellipsis" &&
        display !== "inline" &&
        !readAloud &&
        one.scrollWidth > one.clientWidth + 1
      );
    });
    return [...wide, ...words.map((one) => `cut: ${one.textContent!.trim().slice(0, 60)}`)];
  });

/** What has the focus and cannot be seen, for what lies over it (WCAG 2.4.11); null: it can, or nothing has. */
const covered = (page: Page) =>
  page.evaluate(async () => {
    const one = document.activeElement as HTMLElement | null;
    if (!one || one === document.body) return null;
    /** Nothing around it cuts it off; what is placed is cut off by what it is placed in. */
    const isWhole = (box: DOMRect) => {
      let { position } = getComputedStyle(one);
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
        if (position === "fixed") return true;
        const style = getComputedStyle(up);
        if (position === "absolute" && style.position === "static") continue;
        position = style.position;
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const edge = up.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1) return false;
        if (box.top < edge.top - 1 || box.bottom > edge.bottom + 1) return false;
      }
      return true;
    };
    const isSeen = () => {
      const box = (one.getClientRects()[0]?.width ? one : (one.closest("label") ?? one)).getBoundingClientRect();
      // Whatever is left of it counts: a row that scrolls may show its edge alone.
      const shares = [0.02, 0.5, 0.98];
      const label = one.closest("label");
      return shares.some((x) =>
        shares.some((y) => {
          const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          if (top === null) return false;
          return one.contains(top) || label?.contains(top) || (top.contains(one) && isWhole(box));
        }),
      );
    };
    // It is brought into view first.
    for (let frame = 0; frame < 30 && !isSeen(); frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    return isSeen() ? null : one.outerHTML.slice(0, 120);
  });

test("at 320 px and at 200 % nothing scrolls sideways, is cut off, or lies over what has the focus", async ({
  app,
  browser,
}) => {
  test.slow();
  const { a, cookies } = await castOf(app);
  const house = `/dashboard/${a.tenantId}`;
  const screens: [cookie: string, paths: string[]][] = [
    ["", ["/", "/find", `/book/${a.slug}`, `/book/${a.slug}/times?service=${a.serviceId}`, "/login", "/register"]],
    [cookies.customer, [`/portal/${a.slug}`, `/portal/${a.slug}/you`]],
    [
      cookies.owner,
      [
        "",
        "/calendar",
        "/bookings",
        "/till",
        "/customers",
        "/reports",
        "/settings/rules",
        "/services",
        "/payments",
      ].map((path) => house + path),
    ],
    [cookies.admin, ["/admin/tenants", "/admin/health"]],
  ];
  const faults: string[] = [];
  for (const [zoom, viewport] of Object.entries(zooms))
    for (const [cookie, paths] of screens) {
      const context = await withCookie(browser, app, cookie, { viewport, deviceScaleFactor: 2 });
      const page = await context.newPage();
      await page.emulateMedia({ reducedMotion: "reduce" });
      for (const path of paths) {
        await page.goto(app.url + path);
        // What is still coming moves what is there.
        const coming = page.locator('main[aria-busy="true"], .animate-pulse').filter({ visible: true });
        await expect(coming).toHaveCount(0, { timeout: 15_000 });
        const where = `${zoom} ${path.replace(a.tenantId, "…")}`;
        await expect
          .poll(async () => (await cut(page)).join("; "), { message: where })
          .toBe("")
          .catch((error: Error) => faults.push(error.message.slice(0, 400)));
        for (let stop = 0; stop < mostStops; stop++) {
          await page.keyboard.press("Tab");
          const over = await covered(page);
          if (over) faults.push(`${where}: covered ${over}`);
        }
      }
      await context.close();
    }
  expect(faults).toEqual([]);
});
