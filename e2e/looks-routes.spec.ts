import type { Page } from "@playwright/test";
import type { Language } from "@/lib/platform/format";
import { type ActorName, type Cast, castOf } from "./fence/actors";
import { addressOf } from "./fence/ask";
import { type Stage, stageOf } from "./fence/stage";
import { table } from "./fence/table";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

// Every page of the build, as somebody sees it who may: what is on them once they are worked with, the other specs look at.

let cast: Cast;
let stage: Stage;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
  stage = stageOf(app, cast);
});

type Seen = { cookie: string; params?: Record<string, string>; query?: string };
const asOwner = (params: Record<string, string>): Seen => ({ cookie: cast.cookies.owner, params });
const visit = (): Seen => ({ cookie: "", query: `?service=${cast.a.serviceId}` });

/** What nobody of the cast has, and whoever has it. */
const special: Record<string, () => Promise<Seen> | Seen> = {
  "/book/[slug]/times": visit,
  "/book/[slug]/details": () => {
    const { startsAt } = cast.houses.a.wishes.next().value;
    return { cookie: "", query: `?service=${cast.a.serviceId}&at=${encodeURIComponent(startsAt)}` };
  },
  "/b/[token]/pay": async () => ({ cookie: "", params: { token: await stage.unpaidTicket() } }),
  "/book/[slug]/waitlist": visit,
  "/v/[token]": async () => ({ cookie: "", params: { token: (await stage.reviewed()).token } }),
  "/portal/[slug]/children/[childId]": async () => {
    const { cookie, childId } = await stage.guardian();
    return { cookie, params: { childId } };
  },
  "/dashboard": async () => ({ cookie: (await stage.login()).cookie }),
  "/dashboard/[tenantId]/conversations/[id]": async () => asOwner({ id: await stage.written() }),
  "/dashboard/[tenantId]/campaigns/[campaignId]": async () => asOwner({ campaignId: await stage.campaign() }),
  "/dashboard/[tenantId]/stock/[productId]": async () => {
    const { cookie, tenantId, productId } = await stage.withShelf();
    return { cookie, params: { tenantId, productId } };
  },
  "/dashboard/[tenantId]/stock/counts/[countId]": async () => {
    const { cookie, tenantId, countId } = await stage.withShelf();
    return { cookie, params: { tenantId, countId } };
  },
  "/dashboard/[tenantId]/payroll/[periodId]": async () => {
    const { cookie, tenantId, periodId } = await stage.settled();
    return { cookie, params: { tenantId, periodId } };
  },
  "/dashboard/[tenantId]/payroll/person/[staffId]": async () => {
    const { cookie, tenantId, staffId, periodId } = await stage.settled();
    return { cookie, params: { tenantId, staffId }, query: `?period=${periodId}` };
  },
  "/dashboard/[tenantId]/settings/import/[importId]": async () => asOwner({ importId: await stage.listRead("done") }),
};

/** Where everybody is led on to, or nothing is to be seen. */
const nowhere = ["/setup", "/admin", "/dashboard/[tenantId]/[...missing]"];

/** As the profile of whoever is signed in would say, and of whoever is in the portal. */
async function turn(app: App, cookie: string, language: Language): Promise<void> {
  const asked = await fetch(`${app.url}/api/auth/session`, { headers: { cookie } });
  const { user } = (await asked.json()) as { user?: { id: string } };
  if (user) await app.sql`update users set language = ${language} where id = ${user.id}`;
  if (cookie.includes("clientpulse.portal="))
    await app.sql`update customers set language = ${language} where account_id is not null`;
}

const seers = ["owner", "admin", "customer", "anonymous", "owesFactor"] as const satisfies ActorName[];

for (const [kind, isOfKind] of Object.entries({
  "the public pages and the portal": (path: string) => !/^\/(dashboard|admin|profile)/.test(path),
  "the dashboard": (path: string) => path.startsWith("/dashboard"),
  "the platform and the profile": (path: string) => /^\/(admin|profile)/.test(path),
}))
  test(`every page is clean for axe and scrolls sideways nowhere: ${kind}`, async ({ app, browser }) => {
    test.setTimeout(process.env.TEST_SIZE === "full" ? 60 * 60_000 : 8 * 60_000);
    const pages = Object.entries(table)
      .filter(([key]) => key.startsWith("PAGE "))
      .map(([key, row]) => ({ path: key.slice("PAGE ".length), row }))
      .filter(({ path }) => isOfKind(path) && !nowhere.includes(path));
    const faults: string[] = [];
    const opened = new Map<string, Page>();
    for (const { path, row } of pages) {
      const actor = seers.find((one) => row.answers[one] === 200);
      const seen = special[path] ? await special[path]() : actor && { cookie: cast.cookies[actor] };
      if (!seen) {
        faults.push(`${path}: nobody sees it`);
        continue;
      }
      const { cookie, params, query } = { params: row.params ?? {}, query: row.query ?? "", ...seen };
      const page = opened.get(cookie) ?? (await (await withCookie(browser, app, cookie)).newPage());
      opened.set(cookie, page);
      const address = app.url + addressOf(path, cast.home(actor ?? "owner"), { params, query });
      const answer = await page.goto(address);
      if (answer?.status() !== 200 || page.url() !== address) faults.push(`${path}: ${answer?.status()} ${page.url()}`);
      else
        await looksRight(page, path, {
          anew: true,
          turn: (language) => turn(app, cookie, language),
        }).catch((error: Error) => faults.push(`${path}: ${error.message}`));
    }
    for (const page of opened.values()) await page.context().close();
    console.log(`${kind}: ${pages.length} pages`);
    expect(pages.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
