import { chromium } from "@playwright/test";
import { Booker } from "./booker";
import type { Made } from "./businesses";
import { percentile } from "./numbers";
import type { Program } from "./programs";

export type PageTimes = { p50: number; p95: number; most: number; count: number };

const bookings = 25;
const warmUp = 200;

/** From sending a booking to its toast in a real browser's dashboard; one booking a second, as what comes together is told together. */
export async function pageTimes(program: Program, made: Made, cookie: string): Promise<PageTimes> {
  const browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
  });
  const booker = new Booker(program.port, made, 1);
  // The server is warmed at the other businesses: a burst would leave this page with news to tell.
  const others = new Booker(program.port, made, made.businesses.length - 1);
  try {
    const context = await browser.newContext();
    const at = cookie.indexOf("=");
    await context.addCookies([{ url: program.url, name: cookie.slice(0, at), value: cookie.slice(at + 1) }]);
    const page = await context.newPage();
    const shown = new Map<number, number>();
    await page.exposeFunction("toastShown", (n: number) => {
      if (!shown.has(n)) shown.set(n, performance.now());
    });
    await page.addInitScript(reportToasts);
    await page.goto(`${program.url}/dashboard/${made.businesses[0]!.tenantId}`);
    await page.locator('[data-status="live"]').first().waitFor();
    await others.closedLoop(2, (booked) => booked >= warmUp);
    await page.waitForTimeout(2_000);

    const first = booker.count;
    for (let n = 0; n < bookings; n++) {
      await booker.book();
      await page.waitForTimeout(1_000);
    }
    await page.waitForTimeout(1_000);
    const all = Array.from({ length: bookings }, (_, n) => shown.get(first + n)! - booker.sentAt[first + n]!);
    // Two that come close together are told in one toast, which names neither.
    const took = all.filter((ms) => !Number.isNaN(ms));
    if (took.length < bookings * 0.8) throw new Error(`only ${took.length} toasts of ${bookings} were shown`);
    return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), most: Math.max(...took), count: took.length };
  } finally {
    await browser.close();
    others.close();
    booker.close();
  }
}

/** Runs in the page: says the number of each booking whose toast has come into the document. */
function reportToasts(): void {
  const say = (window as unknown as { toastShown(n: number): void }).toastShown;
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      const found = /\bB(\d+) booked/.exec(node.textContent ?? "");
      const isToast = node.parentElement?.closest("[data-sonner-toaster]");
      if (found && isToast) say(Number(found[1]));
    }
  }).observe(document, { childList: true, subtree: true });
}
