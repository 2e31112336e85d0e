import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/**
 * Goes to what can be reached by Tab alone, and sees that it shows where one is. A browser without a bar of its own ends
 * with the page: from there one goes back.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible({ timeout: 15_000 });
  for (let steps = 0; steps < 240; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await isMarked(target), `${target} shows that it has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press(steps < 120 ? "Tab" : "Shift+Tab");
  }
  throw new Error(`Tab never came to ${target}`);
}

export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** By an outline or a ring, of the thing itself or of the label that is drawn for it. */
const isMarked = (target: Locator): Promise<boolean> =>
  target.evaluate((element) =>
    [element, element.closest("label"), element.nextElementSibling].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    }),
  );
