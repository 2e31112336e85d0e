import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { signInCookie } from "./api";
import { type App, expect } from "./test";

declare global {
  interface Window {
    applied: number[];
  }
}

/** A browser of its own, signed in without going through the form. */
export async function signedIn(browser: Browser, app: App, email: string, password?: string): Promise<BrowserContext> {
  return withCookie(browser, app, await signInCookie(app.url, email, password));
}

/** A browser of its own, with this Cookie header. */
export async function withCookie(
  browser: Browser,
  app: App,
  cookie: string,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addCookies(
    cookie
      .split("; ")
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url };
      }),
  );
  // The client's own list of what it applied, in order: the promise is about this list, not about toasts.
  await context.addInitScript(() => {
    window.applied = [];
    window.addEventListener("clientpulse:event", (event) => window.applied.push((event as CustomEvent).detail.seq));
  });
  return context;
}

/** The dashboard, live. `base` leads through a proxy where the test makes weather. */
export async function openDashboard(context: BrowserContext, tenantId: string, base: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${base}/dashboard/${tenantId}`);
  await live(page);
  return page;
}

export const live = (page: Page) => expect(dot(page)).toHaveAttribute("data-status", "live", { timeout: 15_000 });
export const dot = (page: Page) => page.getByTestId("live-dot").first();
export const stat = (page: Page, name: string) => page.locator(`[data-stat=${name}]`);
export const appliedBy = (page: Page) => page.evaluate(() => window.applied);
export const toasts = (page: Page) => page.locator("[data-sonner-toast]");
