import { untilReady } from "../support/ready";
import type { Place } from "./actors";
import { asDescribed } from "./contract";
import type { Row } from "./table";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** A path of the build with this place's ids, or the row's own, in its brackets. */
export const addressOf = (path: string, place: Place, { params = {}, query = "" }: Pick<Row, "params" | "query">) => {
  const known: Record<string, string> = {
    tenantId: place.tenantId,
    slug: place.slug,
    id: place.bookingId,
    userId: place.userId,
    staffId: place.staffId,
    customerId: place.customerId,
    serviceId: place.serviceId,
    token: place.token,
    ticketId: place.ticketId,
    entryId: place.entryId,
    // Nobody of the cast answers for anybody.
    childId: place.customerId,
    // Nobody in the cast has read in a list.
    importId: place.saleId,
    // Nor written a campaign.
    campaignId: place.saleId,
    missing: "nothing-here",
    // No booking of the cast has been changed.
    changeId: "01890000-0000-7000-8000-000000000000",
    ...(typeof params === "function" ? params(place) : params),
  };
  return (
    path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
      if (!known[name]) throw new Error(`nothing stands for ${name} in ${path}`);
      return known[name];
    }) + query
  );
};

export type Asking = { method?: Method; cookie?: string; headers?: Record<string, string>; body?: BodyInit };

/** Thousands of pages are asked for here: packing and unpacking them would take longer than most of them do. */
export const unpacked = { "accept-encoding": "identity" };

/** As a page of ours would ask; of a stream only the head is read. */
export async function ask(url: string, { method = "GET", cookie = "", headers = {}, body = "{}" }: Asking = {}) {
  const { origin, pathname } = new URL(url);
  if (pathname === "/api/health/ready") await untilReady({ url: origin });
  const aborting = new AbortController();
  const changing = { origin, "content-type": "application/json" };
  const response = await fetch(url, {
    method,
    redirect: "manual",
    headers: { cookie, ...unpacked, ...(method === "GET" ? {} : changing), ...headers },
    ...(method === "GET" ? {} : { body }),
    signal: aborting.signal,
  });
  const streams = response.headers.get("content-type")?.startsWith("text/event-stream");
  const text = streams ? "" : await response.text();
  if (streams) aborting.abort();
  const answer = { status: response.status, body: text, headers: response.headers };
  await asDescribed(url, method, answer);
  return answer;
}

type Answer = { status: number; body: string; headers: Headers };

/**
 * An answer without what no two of them share: the ids that were asked for, the page's nonce, the moment, and Next's key
 * of the request.
 */
export function plain({ status, body, headers }: Answer, { slug: _, ...ids }: Place) {
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "no nonce";
  const text = [...Object.values(ids), nonce].reduce((rest, mark) => rest.replaceAll(mark, "…"), body);
  const bare = text.replaceAll(/[\w-]{21}[vm](?=\\?")|\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…");
  return { status, type: headers.get("content-type"), body: inOneOrder(bare) };
}

/** A page and its layout are ready in any order, and so are the rows in which React is told of them. */
const inOneOrder = (html: string): string =>
  html.replaceAll('"])</script><script nonce="…">self.__next_f.push([1,"', "").split("\\n").sort().join("\n");
