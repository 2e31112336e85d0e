import { chromium } from "@playwright/test";
import { Booker } from "./booker";
import type { Made } from "./businesses";
import { percentile } from "./numbers";
import type { Program } from "./programs";

export type PageTimes = { p50: number; p95: number; most: number; count: number };

const bookings = 60;
const warmUp = 200;

/** From sending a booking to its toast in a real browser's dashboard; one booking a quarter of a second. */
export async function pageTimes(program: Program, made: Made, cookie: string): Promise<PageTimes> {
  const browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
  });
  const booker = new Booker(program.port, made, 1);
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
    await booker.closedLoop(2, (booked) => booked >= warmUp);
    await page.waitForTimeout(2_000);

    const first = booker.count;
    for (let n = 0; n < bookings; n++) {
      await booker.book();
      await page.waitForTimeout(250);
    }
    await page.waitForTimeout(1_000);
    const took = Array.from({ length: bookings }, (_, n) => shown.get(first + n)! - booker.sentAt[first + n]!);
    if (took.some(Number.isNaN)) throw new Error(`only ${shown.size} toasts of ${bookings} were shown`);
    return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), most: Math.max(...took), count: bookings };
  } finally {
    await browser.close();
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
