import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { Language } from "@/lib/platform/format";
import { languages } from "@/lib/platform/language";
import { expect } from "./test";

type View = { width: number; colours: "light" | "dark"; language: Language };
const views = [360, 1440].flatMap((width) => (["light", "dark"] as const).map((colours) => ({ width, colours })));
/** The full size shows a page in every view and language; the small one in one of them, another from page to page. */
const small = process.env.TEST_SIZE !== "full";
if (small) console.log("how pages look: each in one of four views (360 or 1440 px, light or dark), in English");

function viewsOf(name: string, anew: boolean): View[] {
  const nth = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % views.length;
  const shown = small ? [views[nth]!] : views;
  const read: readonly Language[] = anew && !small ? languages : ["en"];
  return read.flatMap((language) => shown.map((view) => ({ ...view, language })));
}
/** Where the pictures go that somebody wants to look at. */
const pictures = process.env.PICTURES;

/**
 * The open page is clean for axe and scrolls sideways nowhere, in every view of this size of the tests.
 * `anew`: nothing on it is lost by loading it again in another language, as somebody who reads that would.
 * `turn`: makes the language that of whoever is signed in.
 */
export async function looksRight(page: Page, name: string, { anew = false, turn = noLogin } = {}): Promise<void> {
  const turns = !small && anew;
  const chosen = turns && (await choiceOf(page));
  for (const { width, colours, language } of viewsOf(name, anew)) {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const turned = turns && (await turnTo(page, language, turn));
    if (turned) await page.reload();
    await settled(page);
    // Of somebody whose profile is not turned it may be another.
    if (turns && turn !== noLogin)
      expect(await page.evaluate(() => document.documentElement.lang), name).toBe(language);
    expect(await violations(page), `${name} ${colours} ${width} ${language}`).toEqual([]);
    await noSideways(page, `${name} at ${width}`);
    if (pictures)
      await page.screenshot({
        path: `${pictures}/${name.replaceAll(/\W+/g, "-").slice(-60)}-${width}-${colours}-${language}.png`,
        fullPage: true,
      });
  }
  if (turns) {
    const turned = await turnTo(page, "en", turn);
    // Whoever had chosen none still has not: what the page is in may be somebody's profile from here on.
    if (!chosen) await page.context().clearCookies({ name: "language" });
    if (turned) await page.reload();
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await noSideways(page, `${name} at 320`);
}

const noLogin = async (_: Language): Promise<void> => {};

const choiceOf = async (page: Page): Promise<string | undefined> =>
  (await page.context().cookies(new URL(page.url()).origin)).find(({ name }) => name === "language")?.value;

/** What the switch of the page would keep, and the profile; whether it was another one before. */
async function turnTo(page: Page, language: Language, turn: typeof noLogin): Promise<boolean> {
  const { origin } = new URL(page.url());
  const known = (await choiceOf(page)) ?? "en";
  await page
    .context()
    .addCookies([{ name: "language", value: language, url: origin, httpOnly: true, sameSite: "Lax" }]);
  await turn(language);
  return known !== language;
}

/**
 * What axe finds wrong. It is put into a page once and tells its findings alone: moving the rest takes longer than to look.
 * The title is asked for with patience instead: a page that is drawn anew has none until React shows what came later, up to
 * 300 ms after.
 */
async function violations(page: Page): Promise<string[]> {
  await expect(page).toHaveTitle(/\S/);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ["violations"],
      rules: { "document-title": { enabled: false } },
    });
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
      if (fading.length === 0) return;
      await Promise.allSettled(fading.map((one) => one.finished));
    }
  });

/** Once it has come to rest: while a page makes itself narrower a part of it may be wider for a moment. */
async function noSideways(page: Page, where: string): Promise<void> {
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await expect.poll(sideways, { message: `${where} scrolls sideways`, timeout: 5_000 }).toBe(false);
}
