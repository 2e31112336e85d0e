import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";

const origin = "https://desk.example.com";
const scope = `${origin}/dashboard/amani`;

type Open = { url: string; visibilityState?: "visible" | "hidden"; navigate?(): Promise<unknown> };

/** The worker of these pages, and what it does to the browser that it runs in. */
async function worker(open: Open[] = []) {
  const hears = new Map<string, (event: object) => void>();
  const did = { showNotification: vi.fn(), openWindow: vi.fn(), close: vi.fn(), focused: [] as string[] };
  const pages = open.map(({ url, visibilityState = "hidden", navigate = async () => undefined }) => {
    const page = {
      url: origin + url,
      visibilityState,
      navigate: vi.fn(navigate),
      focus: () => did.focused.push(page.url),
    };
    return page;
  });
  const self = {
    addEventListener: (name: string, hear: (event: object) => void) => hears.set(name, hear),
    location: { origin },
    registration: { scope, showNotification: did.showNotification },
    clients: { matchAll: async () => pages, openWindow: did.openWindow },
  };
  runInNewContext(await readFile(new URL("../../../public/sw.js", import.meta.url), "utf8"), { self, URL });
  const happens = async (name: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    hears.get(name)!({ ...event, waitUntil: (one: Promise<unknown>) => waits.push(one) });
    await Promise.all(waits);
  };
  return {
    did,
    pages,
    push: (told: object) => happens("push", { data: { json: () => told } }),
    click: (url?: string) => happens("notificationclick", { notification: { close: did.close, data: { url } } }),
  };
}

const told = { title: "Wanjiru booked Braids", body: "Tue 14:00", url: "/dashboard/amani/bookings", tag: "booking-1" };

test("what is told is shown while nobody looks at these pages, with the way to what it is about", async () => {
  const { did, push } = await worker([
    { url: "/dashboard/amani", visibilityState: "hidden" },
    { url: "/dashboard/baraka", visibilityState: "visible" },
  ]);
  await push(told);
  expect(did.showNotification.mock.calls).toEqual([
    [told.title, { body: told.body, tag: told.tag, icon: "/icon.svg", data: { url: told.url } }],
  ]);
});

test("a page that is looked at tells of it itself", async () => {
  const { did, push } = await worker([
    { url: "/dashboard/amani/customers" },
    { url: "/dashboard/amani/calendar", visibilityState: "visible" },
  ]);
  await push(told);
  expect(did.showNotification).not.toHaveBeenCalled();
});

test("pressed, it leads to the page that is open already, and brings it to the front", async () => {
  const { did, pages, click } = await worker([
    { url: "/dashboard/amani" },
    { url: "/dashboard/amani/bookings?view=past" },
  ]);
  await click("/dashboard/amani/bookings?booking=1");
  expect(did.close).toHaveBeenCalledOnce();
  expect(pages[1]!.navigate.mock.calls).toEqual([[`${origin}/dashboard/amani/bookings?booking=1`]]);
  expect(did.focused).toEqual([pages[1]!.url]);
  expect(pages[0]!.navigate).not.toHaveBeenCalled();
  expect(did.openWindow).not.toHaveBeenCalled();
});

test("a page that cannot be led there is brought to the front all the same", async () => {
  const { did, pages, click } = await worker([
    { url: "/dashboard/amani/bookings", navigate: () => Promise.reject(new TypeError("not its client")) },
  ]);
  await click(told.url);
  expect(did.focused).toEqual([pages[0]!.url]);
});

test("where no page of it is open one is opened; it leads nowhere else than here", async () => {
  const { did, click } = await worker([{ url: "/dashboard/amani" }]);
  await click(told.url);
  await click();
  expect(did.openWindow.mock.calls).toEqual([[origin + told.url], [`${origin}/`]]);
  did.openWindow.mockClear();
  await click("https://elsewhere.example/dashboard/amani");
  await click("//elsewhere.example/");
  expect(did.openWindow).not.toHaveBeenCalled();
  expect(did.close).toHaveBeenCalledTimes(4);
});
