import type { Browser, Page } from "@playwright/test";

/**
 * Buttons are pressed as by somebody who sees that they are ready: on a slow machine a press can come before React
 * listens, and nobody hears it. Links and forms without JavaScript need none of it, and are not waited for.
 */
export function patient(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    if (options?.javaScriptEnabled !== false) context.on("page", waitsForReact);
    return context;
  };
  return browser;
}

function waitsForReact(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...given) => listening(page, await goto(...given));
  page.reload = async (...given) => listening(page, await reload(...given));
}

async function listening<T>(page: Page, answer: T): Promise<T> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("button")].every((button) =>
        Object.keys(button).some((key) => key.startsWith("__reactProps")),
      ),
    undefined,
    { timeout: 20_000 },
  );
  return answer;
}
