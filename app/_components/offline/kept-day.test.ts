import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KeptDay, keepDay } from "./kept-day";

const origin = "https://desk.example.com";
const [amani, baraka] = ["a".repeat(36), "b".repeat(36)];

/** As a browser's, as far as it is used here. */
function madeCaches() {
  const kept = new Map<string, Response>();
  const urlOf = (key: string | { url: string }) => new URL(typeof key === "string" ? key : key.url, origin).href;
  const cache = {
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    match: async (key: string | { url: string }) => kept.get(urlOf(key))?.clone(),
    put: async (key: string, answer: Response) => void kept.set(urlOf(key), answer),
    delete: async (key: { url: string }) => kept.delete(urlOf(key)),
  };
  return { kept, open: async () => cache, delete: async () => kept.delete("") };
}

const day = (house: string, rows: KeptDay["rows"] = []): KeptDay => ({
  house,
  timeZone: "UTC",
  language: "sw",
  date: new Date().toISOString().slice(0, 10),
  dayWords: "Jumatatu 30 Nov",
  at: "14:00",
  rows,
});

let caches: ReturnType<typeof madeCaches>;
beforeEach(() => {
  caches = madeCaches();
  vi.stubGlobal("caches", caches);
});
afterEach(() => void vi.unstubAllGlobals());

test("a day is kept of where somebody works, and of nobody else", async () => {
  const both = [amani, baraka];
  await keepDay({ userId: "other", tenantId: amani, tenantIds: both }, day("Amani"));
  await keepDay({ userId: "one", tenantId: amani, tenantIds: both }, day("Amani"));
  await keepDay({ userId: "one", tenantId: baraka, tenantIds: both }, day("Baraka"));
  expect([...caches.kept.keys()]).toEqual([`${origin}/kept/one/${amani}`, `${origin}/kept/one/${baraka}`]);
  await keepDay({ userId: "one", tenantId: baraka, tenantIds: [baraka] }, day("Baraka"));
  expect([...caches.kept.keys()]).toEqual([`${origin}/kept/one/${baraka}`]);
});

/** What the worker answers when somebody goes to `path`. */
async function answered(path: string, fetched: () => Promise<Response>): Promise<Response> {
  const hears = new Map<string, (event: object) => void>();
  const self = { addEventListener: (name: string, hear: (event: object) => void) => hears.set(name, hear) };
  const source = await readFile(new URL("../../../public/sw.js", import.meta.url), "utf8");
  runInNewContext(source, { self, caches, crypto, Intl, Response, URL, fetch: fetched });
  return new Promise((respondWith) =>
    hears.get("fetch")!({
      request: { mode: "navigate", method: "GET", url: origin + path },
      preloadResponse: Promise.resolve(undefined),
      respondWith,
    }),
  );
}
const unreachable = async () => Promise.reject(new TypeError("Failed to fetch"));

test("without a network the day is shown in both languages, its own words in the one it was kept in", async () => {
  await keepDay({ userId: "one", tenantId: amani, tenantIds: [amani] }, day("Amani"));
  const text = await (await answered(`/dashboard/${amani}`, unreachable)).text();
  expect(text).toContain("as it was at 14:00");
  expect(text).toContain('<span lang="sw">Jumatatu 30 Nov</span>');
  expect(text).toContain('Nothing is booked.</p><p lang="sw">Hakuna miadi');
  expect(text).toContain('<p lang="sw">Hakuna kinachoweza kubadilishwa');
});

test("trying again leads to the same address, on no other site", async () => {
  const text = await (await answered("//elsewhere.example/x", unreachable)).text();
  expect(text).not.toContain("elsewhere.example");
});

test("a page that came is shown, also where what was kept could not be dropped", async () => {
  vi.spyOn(caches, "delete").mockRejectedValue(new DOMException("no", "SecurityError"));
  const answer = await answered("/login", async () => new Response("the way in"));
  expect(await answer.text()).toBe("the way in");
});
