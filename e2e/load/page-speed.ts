// npm run bench:page: Lighthouse on the public pages, as a cheap phone on slow 4G (throttled by the browser itself).
// Options: --runs=N (3). Exits with 1 when a target is missed.
import { execFile } from "node:child_process";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { seedDemo } from "@/db/seed/demo";
import { startCluster } from "./database";
import { leaveWith } from "./leave";
import { median, three } from "./numbers";
import { filesFolder, startProduct } from "./programs";

const runs = Number(/--runs=(\d+)/.exec(process.argv.slice(2).join(" "))?.[1] ?? 3);

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const targets = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const mostLcp = 1_800;

type Audit = { score: number | null; scoreDisplayMode: string; numericValue?: number; title: string };
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
};

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function look(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      process.env.LIGHTHOUSE!,
      url,
      "--quiet",
      "--output=json",
      "--form-factor=mobile",
      "--throttling-method=devtools",
      `--only-categories=${categories.join(",")}`,
      "--no-enable-error-reporting",
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { maxBuffer: 64 * 1_024 * 1_024 },
  );
  return JSON.parse(stdout) as Report;
}

/** What keeps a score below 100, by name. */
const faults = ({ categories: scored, audits }: Report): string[] =>
  categories
    .filter((name) => name !== "performance")
    .flatMap((name) => scored[name]!.auditRefs.filter(({ weight }) => weight > 0))
    .filter(({ id }) => (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]!.title}`);

async function measure(name: string, url: string): Promise<boolean> {
  await fetch(url);
  const reports: Report[] = [];
  for (let run = 0; run < runs; run++) reports.push(await look(url));
  const of = (id: string) => median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  const scores = categories.map((category) => ({
    category,
    score: Math.round(100 * median(reports.map((report) => report.categories[category]!.score))),
  }));
  const lcp = of("largest-contentful-paint");
  const paints = `LCP ${three(lcp)} ms, FCP ${three(of("first-contentful-paint"))} ms, blocked ${three(of("total-blocking-time"))} ms`;
  const shift = `shift ${of("cumulative-layout-shift").toFixed(3)}, ${three(of("total-byte-weight") / 1_024)} KB in all`;
  console.log(`${name.padEnd(10)} ${scores.map(({ category, score }) => `${category} ${score}`).join(", ")}`);
  console.log(`${"".padEnd(10)} ${paints}, ${shift}`);
  for (const fault of new Set(reports.flatMap(faults))) console.log(`${"".padEnd(10)} ✗ ${fault}`);
  return lcp <= mostLcp && scores.every(({ category, score }) => score >= targets[category]);
}

async function main(): Promise<boolean> {
  const cluster = await startCluster();
  try {
    await cluster.template((database) =>
      seedDemo({
        platformUrl: database.platformUrl,
        now: new Date(),
        password: "nobody signs in here",
        files: filesFolder,
      }),
    );
    return await cluster.withCopy(async (database) => {
      const product = await startProduct(database);
      try {
        const business = `${product.url}/book/amani`;
        const offers = (await (await fetch(`${product.url}/api/public/amani`)).json()) as {
          services: { id: string }[];
        };
        const load = loadavg()[0]!.toFixed(1);
        console.log(`Lighthouse, mobile, slow 4G by the browser, median of ${runs}; load of the machine ${load}`);
        const met = [
          await measure("services", business),
          await measure("times", `${business}/times?service=${offers.services[0]!.id}`),
        ];
        console.log(`load at the end ${loadavg()[0]!.toFixed(1)}: on a busy machine these are numbers of the machine`);
        return met.every(Boolean);
      } finally {
        await product.stop();
      }
    });
  } finally {
    await cluster.stop();
  }
}

void leaveWith(main());
