import type { Page } from "@playwright/test";

/** Whatever is put at such an address waits, until what this gives is called. */
export async function holdsUp(page: Page, address: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() === "PUT") await held;
    await route.continue();
  });
  return () => go();
}
