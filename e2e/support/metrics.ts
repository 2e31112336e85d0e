import { testToken } from "./server";

const metricsOf = (url: string) => fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${testToken}` } });

/** What a server says of itself now: the sum over every series of that name that carries the labels. */
export async function metric(url: string, name: string, labels: Record<string, string> = {}): Promise<number> {
  const text = await (await metricsOf(url)).text();
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return text
    .split("\n")
    .filter((line) => line.startsWith(`clientpulse_${name}`) && /[{ ]/.test(line[`clientpulse_${name}`.length] ?? ""))
    .filter((line) => wanted.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}

/** Events written to streams since the last look, by what woke the delivery; ways that brought nothing are left out. */
export async function deliveries(url: string): Promise<() => Promise<Record<string, number>>> {
  const ways = ["near", "bell", "poll", "replay", "catchup"];
  const look = () => Promise.all(ways.map((wake) => metric(url, "deliveries_total", { wake })));
  const before = await look();
  return async () => {
    const after = await look();
    return Object.fromEntries(
      ways.map((wake, n) => [wake, after[n]! - before[n]!] as const).filter(([, count]) => count > 0),
    );
  };
}
