import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./test";

const everyView = [360, 1440].flatMap((width) => (["light", "dark"] as const).map((colours) => ({ width, colours })));
/** The full size shows a page in every view; the small one in one of them, another from page to page. */
const small = process.env.TEST_SIZE !== "full";
if (small) console.log("how pages look: each in one of four views (360 or 1440 px, light or dark)");
const viewsOf = (name: string) =>
  small ? [everyView[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % everyView.length]!] : everyView;
/** Where the pictures go that somebody wants to look at. */
const pictures = process.env.PICTURES;

/**
 * The open page is clean for axe and scrolls sideways nowhere, in every view of this size of the tests.
 * `anew`: nothing on it is lost by loading it again for other colours, as somebody who has them would.
 */
export async function looksRight(page: Page, name: string, { anew = false } = {}): Promise<void> {
  for (const { width, colours } of viewsOf(name)) {
    const other = await page.evaluate((want) => !matchMedia(`(prefers-color-scheme: ${want})`).matches, colours);
    await page.emulateMedia({ colorScheme: colours, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    if (anew && other) await page.reload();
    await settled(page);
    expect(await violations(page), `${name} ${colours} ${width}`).toEqual([]);
    await noSideways(page, `${name} at ${width}`);
    if (pictures)
      await page.screenshot({
        path: `${pictures}/${name.replaceAll(/\W+/g, "-").slice(-60)}-${width}-${colours}.png`,
        fullPage: true,
      });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await noSideways(page, `${name} at 320`);
}

/** What axe finds wrong. It is put into a page once and tells its findings alone: moving the rest takes longer than to look. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
  });
}

/**
 * Colours fade into one another; halfway they have a contrast of their own. Where what is around has faded, what takes its
 * colour from there begins: until nothing fades any more.
 */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    for (let round = 0; round < 20; round++) {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const finite = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
      const fading = finite.filter(({ playState }) => playState === "running");
      // A page that draws itself anew for an event is without its title for a moment.
      if (fading.length === 0 && document.title !== "") return;
      await Promise.allSettled(fading.map((one) => one.finished));
    }
  });

/** Once it has come to rest: while a page makes itself narrower a part of it may be wider for a moment. */
async function noSideways(page: Page, where: string): Promise<void> {
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await expect.poll(sideways, { message: `${where} scrolls sideways`, timeout: 5_000 }).toBe(false);
}
