import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { newId } from "@/lib/platform/ids";
import { naughtyStrings } from "@/lib/platform/testing/naughty-strings";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { castOf } from "./fence/actors";
import { table } from "./fence/table";
import { withCookie } from "./support/dashboard";
import { expect, test } from "./support/realtime";
import type { App } from "./support/test";

// A house in which everything is called by naughty strings, as they stand there once the forms have let them in: each is
// shown as it is, and none of them does anything.

const full = process.env.TEST_SIZE === "full";
const atOnce = 40;

/** In every page: what a script would do is counted, and so is what the page's own rules have stopped. */
const watch = () => {
  const seen = { ran: 0, stopped: [] as string[] };
  Object.assign(window, { naughty: seen });
  for (const name of ["alert", "confirm", "prompt"])
    Object.defineProperty(window, name, { value: () => seen.ran++, writable: false });
  document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) =>
    seen.stopped.push(`${violatedDirective} ${blockedURI}`),
  );
};

/** What somebody reads there, and what is read to them. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const unseen = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);
    const texts: string[] = [];
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? "");
      if (!(node instanceof Element) || unseen.has(node.tagName)) return;
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push("\n", node.value, "\n");
      for (const child of node.childNodes) walk(child);
      texts.push("\n");
    };
    walk(document.body);
    return texts.join("");
  });

/** Elements and attributes that no page of ours has. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (window as unknown as { naughty: { ran: number; stopped: string[] } }).naughty;
    const planted = document.querySelectorAll(
      "[onerror],[onload],[onfocus],[onclick],[onmouseover],#fuzzelement1,marquee,iframe,object,embed,blink,a[href^='javascript' i],img[src='x' i],svg script",
    );
    return [
      ...(seen.ran > 0 ? [`${seen.ran} scripts ran`] : []),
      ...seen.stopped.map((what) => `stopped: ${what}`),
      ...[...planted].map((one) => one.outerHTML.slice(0, 100)),
    ];
  });

const bare = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Those of these that may be a name, as they are kept. */
const namesAmong = (texts: readonly string[], most: number): string[] => {
  const shape = typedName(most, "");
  return [...new Set(texts.flatMap((text) => shape.safeParse(text).data ?? []))];
};

type House = Awaited<ReturnType<typeof castOf>>["a"];

/** Everything there is called by one of these; the rest of them are notes. */
async function call({ sql }: App, { tenantId, serviceId, staffId, customerId }: House, texts: readonly string[]) {
  const names = namesAmong(texts, 40);
  const nth = (at: number) => names[at % names.length]!;
  const notes = texts.map((text) => typedText(1_000_000).parse(text).slice(0, 300)).filter(Boolean);
  const own = { house: nth(0), city: nth(1), service: nth(2), category: nth(3), staff: nth(4), customer: nth(5) };
  await sql`update tenants set name = ${own.house}, city = ${own.city}, address = ${notes[0]!}, about = ${notes[1]!} where id = ${tenantId}`;
  await sql`update services set name = ${own.service}, category = ${own.category}, description = ${notes[2]!} where tenant_id = ${tenantId} and id = ${serviceId}`;
  await sql`update booking_lines set service_name = ${own.service} where tenant_id = ${tenantId}`;
  await sql`update staff set name = ${own.staff}, title = ${notes[3]!} where tenant_id = ${tenantId} and id = ${staffId}`;
  await sql`update customers set name = ${own.customer}, notes = ${notes.join("\n").slice(0, 2_000)}, service_notes = ${notes[5]!},
    allergies = ${notes[6]!}, tags = ${[nth(6).replaceAll(",", " ").slice(0, 24).trim()]}, location = ${nth(7)} where tenant_id = ${tenantId} and id = ${customerId}`;
  await sql`update bookings set booked_as = jsonb_build_object('name', ${own.customer}::text), notes = ${notes[7]!} where tenant_id = ${tenantId}`;
  await sql`update products set active = false where tenant_id = ${tenantId}`;
  await sql`delete from customers where tenant_id = ${tenantId} and location = 'of the list'`;
  const many = names.map((name) => ({ id: newId(), name }));
  await sql`insert into customers (tenant_id, id, name, location) select ${tenantId}, x.id, x.name, 'of the list'
    from jsonb_to_recordset(${sql.json(many)}) as x (id uuid, name text)`;
  await sql`insert into products (tenant_id, id, name, price_minor, currency) select ${tenantId}, gen_random_uuid(), x.name, 100, 'KES'
    from jsonb_to_recordset(${sql.json(many)}) as x (id uuid, name text)`;
  return { ...own, names, notes };
}

const formats = ["csv", "xlsx", "pdf"] as const;
const marks = { xlsx: "PK", pdf: "%PDF" };

/** What is wrong with the files that the house can take home. */
async function inFiles(app: App, { tenantId }: House, cookie: string, names: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const house = `/api/dashboard/${tenantId}`;
  const paths = Object.keys(table)
    .filter((key) => /^GET .*\[tenantId\].*\/export$/.test(key) && !key.includes("[id]"))
    .map((key) => key.slice("GET ".length).replace("[tenantId]", tenantId));
  for (const path of paths)
    for (const format of formats) {
      const answer = await fetch(`${app.url}${path}?format=${format}`, { headers: { cookie } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isCsv = answer.headers.get("content-type")?.startsWith("text/csv");
      if (!answer.ok) faults.push(`${path} ${format}: ${answer.status}`);
      else if (isCsv) faults.push(...unsafe(bytes.toString()).map((cell) => `${path}: ${cell}`));
      else if (format !== "csv" && !bytes.toString("latin1").startsWith(marks[format]))
        faults.push(`${path} is no ${format}`);
    }
  const headers = { cookie, origin: app.url, "content-type": "application/json" };
  const list = await fetch(`${app.url}${house}/customers/export`, { method: "POST", headers, body: '{"filters":{}}' });
  const file = await list.text();
  const cells = cellsOf(file);
  faults.push(...unsafe(file));
  const missing = names.filter((name) => !cells.includes(name) && !cells.includes(`'${name}`));
  if (missing.length > 0) faults.push(`customers/export ${list.status} does not hold ${JSON.stringify(missing)}`);
  return faults;
}

const cellsOf = (file: string): string[] => (parse(file, { bom: true, relax_column_count: true }) as string[][]).flat();
const unsafe = (file: string): string[] =>
  cellsOf(file).filter((cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell));

test("whatever things are called is shown as it is, runs nothing and breaks no page", async ({ app, browser }) => {
  test.setTimeout(full ? 30 * 60_000 : 4 * 60_000);
  const cast = await castOf(app);
  const { a, cookies } = cast;
  const at = `/dashboard/${a.tenantId}`;
  // The hundred thousand letters are refused everywhere; the rest go round.
  const believed = naughtyStrings.filter((text) => text.length < 1_000);
  const step = full ? 1 : Math.floor(believed.length / atOnce);
  const chosen = believed.filter((_, index) => index % step === 0).slice(0, full ? believed.length : atOnce);
  const faults: string[] = [];
  let pages = 0;
  const contexts = {
    owner: await withCookie(browser, app, cookies.owner, { viewport: { width: 360, height: 740 } }),
    admin: await withCookie(browser, app, cookies.admin, { viewport: { width: 360, height: 740 } }),
    guest: await browser.newContext({ viewport: { width: 360, height: 740 } }),
  };
  const open = await Promise.all(
    Object.entries(contexts).map(async ([who, context]) => {
      await context.addInitScript(watch);
      const page = await context.newPage();
      page.on("dialog", (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      return [who, page] as const;
    }),
  );
  const pageOf = Object.fromEntries(open) as Record<keyof typeof contexts, Page>;

  // By leaps: neighbours on the list are alike, and some stretches of it have hardly a name.
  const rounds = Math.ceil(chosen.length / atOnce);
  for (let first = 0; first < rounds; first++) {
    const some = chosen.filter((_, index) => index % rounds === first);
    const { names, notes, ...own } = await call(app, a, some);
    faults.push(...(await inFiles(app, a, cookies.owner, names)));
    const visits: [who: keyof typeof contexts, path: string, shown: string[]][] = [
      ["owner", at, []],
      ["owner", `${at}/calendar`, []],
      ["owner", `${at}/bookings?view=upcoming`, [own.customer, own.service]],
      ["owner", `${at}/bookings?view=upcoming&booking=${a.bookingId}`, [own.customer, own.service, own.staff]],
      ["owner", `${at}/customers`, names.slice(0, 5)],
      ["owner", `${at}/customers/${a.customerId}`, [own.customer, ...notes.slice(5, 7)]],
      ["owner", `${at}/services`, [own.service, own.category]],
      ["owner", `${at}/staff`, [own.staff]],
      ["owner", `${at}/staff/${a.staffId}`, [own.staff]],
      ["owner", `${at}/till/products`, names],
      ["owner", `${at}/till`, []],
      ["owner", `${at}/visits`, []],
      ["owner", `${at}/notifications`, []],
      ["owner", `${at}/reports`, []],
      ["owner", `${at}/reports/rows`, []],
      ["owner", `${at}/queue`, []],
      ["owner", `${at}/waitlist`, []],
      ["owner", `${at}/settings/business`, [own.house, own.city]],
      ["owner", `${at}/audit`, []],
      ["guest", `/book/${a.slug}`, [own.house, own.service]],
      ["guest", `/book/${a.slug}/times?service=${a.serviceId}`, [own.service]],
      ["guest", `/portal/${a.slug}/sign-in`, [own.house]],
      ["guest", `/b/${a.token}`, [own.service]],
      ["guest", `/q/${a.ticketToken}`, []],
      ["guest", `/r/${a.receiptToken}`, []],
      ["guest", "/find", []],
      ["admin", `/admin/tenants/${a.tenantId}`, [own.house, own.city]],
      ["admin", `/admin/tenants/${a.tenantId}/bookings`, [own.service]],
      ["admin", `/admin/tenants/${a.tenantId}/services`, [own.service, own.category]],
    ];
    for (const [who, path, shown] of visits) {
      const page = pageOf[who];
      const answer = await page.goto(app.url + path);
      pages++;
      const where = `${path.replace(a.tenantId, "…")} (${first})`;
      if (answer?.status() !== 200) faults.push(`${where}: ${answer?.status()}`);
      // What comes by the page's own questions comes a moment later.
      const missing = async () => {
        const words = bare(await wordsOf(page));
        return shown.filter((text) => !words.includes(bare(text)));
      };
      await expect
        .poll(missing, { timeout: 5_000 })
        .toEqual([])
        .catch(async () => faults.push(`${where} does not show ${JSON.stringify(await missing())}`));
      for (const fault of await foreign(page)) faults.push(`${where}: ${fault}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${where} scrolls sideways by ${wide}`);
    }
  }
  console.log(`naughty strings: ${chosen.length} strings on ${pages} pages`);
  for (const context of Object.values(contexts)) await context.close();
  expect(faults).toEqual([]);
});
