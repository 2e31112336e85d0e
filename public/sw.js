// One worker for both: what a page answers without a network, and what is told while no page is open. It keeps no page and no
// script, so a new version takes over at once without breaking what is open.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.navigationPreload?.enable()));

/** Written by the dashboard, see app/_components/offline/kept-day.ts: /kept/<user>/<tenant>, of one user at a time. */
const kept = "kept-days";

self.addEventListener("fetch", (event) => {
  const { mode, method, url } = event.request;
  if (mode !== "navigate" || method !== "GET") return;
  event.respondWith(answer(event, new URL(url).pathname));
});

async function answer(event, path) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    // Asked to sign in, or no longer let in: what was kept is nobody's any more.
    const isOut = response.type === "opaqueredirect" || [401, 403, 404].includes(response.status);
    if (path === "/login" || (isOut && path.startsWith("/dashboard/"))) await caches.delete(kept).catch(() => false);
    return response;
  } catch {
    return offline(path);
  }
}

async function offline(path) {
  const nonce = crypto.randomUUID();
  const day = await keptDay(path).catch(() => null);
  return new Response(page(nonce, day), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'`,
    },
  });
}

/** The day of the business that the address names, if it is still that day there. */
async function keptDay(path) {
  const tenant = /^\/dashboard\/([\da-f-]{36})/.exec(path)?.[1];
  if (path !== "/dashboard" && !tenant) return null;
  const cache = await caches.open(kept);
  const keys = await cache.keys();
  const key = tenant ? keys.find(({ url }) => url.endsWith(`/${tenant}`)) : keys.at(-1);
  const day = key && (await (await cache.match(key)).json());
  const today = day && new Intl.DateTimeFormat("en-CA", { timeZone: day.timeZone }).format(new Date());
  return day && day.date === today ? day : null;
}

const safe = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const row = ({ time, customer, what, status }) =>
  `<li><b>${safe(time)}</b><span>${safe(customer)}<small>${safe(what)}</small></span><small>${safe(status)}</small></li>`;

const list = ({
  house,
  dayWords,
  language,
  rows,
}) => `<h2>${safe(house)}: <span lang="${safe(language)}">${safe(dayWords)}</span></h2>
<p>Nothing can be changed until you are back.</p>
<p lang="sw">Hakuna kinachoweza kubadilishwa hadi mtandao urudi.</p>
${rows.length > 0 ? `<ul lang="${safe(language)}">${rows.map(row).join("")}</ul>` : noRows}`;

const noRows = '<p>Nothing is booked.</p><p lang="sw">Hakuna miadi iliyowekwa.</p>';

const offlineSince = {
  en: (at) => `You are offline: as it was at ${safe(at)}`,
  sw: (at) => `Huna mtandao: hivi ndivyo ilivyokuwa saa ${safe(at)}`,
};

/** The language that the day was kept in comes first. */
function since({ at, language }) {
  const [first, other] = language === "sw" ? ["sw", "en"] : ["en", "sw"];
  return `<h1 lang="${first}">${offlineSince[first](at)}</h1>
<p lang="${other}">${offlineSince[other](at)}.</p>`;
}

const nothing = `<h1>You are offline <span lang="sw">· Huna mtandao</span></h1>
<p role="status">This page cannot be reached just now. Look at your network; it opens by itself once it is back.</p>
<p lang="sw">Ukurasa huu haupatikani kwa sasa. Angalia mtandao wako; utafunguka wenyewe mtandao ukirudi.</p>`;

const page = (nonce, day) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>You are offline</title>
<style>
  :root { color-scheme: light dark; --ink: light-dark(#1d1b18, #f1efec); --quiet: light-dark(#625e58, #a19d96); --line: light-dark(#e4e1dd, #3a3733); --accent: light-dark(#007373, #5bbcbc); --on: light-dark(#fff, #10201f) }
  body { margin: 0 auto; max-width: 40rem; padding: 2rem 1rem 4rem; background: light-dark(#fbfaf8, #161412); color: var(--ink); font: 1rem/1.45 system-ui, sans-serif }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem } h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
  p { margin: .25rem 0; color: var(--quiet) }
  ul { margin: 1rem 0; padding: 0; list-style: none; border-top: 1px solid var(--line) }
  li { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr) auto; gap: .125rem .75rem; padding: .625rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
  small { display: block; font-size: .875rem; color: var(--quiet) }
  a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-top: 1rem; padding: 0 1rem; border-radius: 6px; background: var(--accent); color: var(--on); font-weight: 500; text-decoration: none }
  @media (max-width: 30rem) { li { grid-template-columns: 4rem minmax(0, 1fr) } li > small { grid-column: 2 } }
</style></head>
<body><main>
${day ? since(day) + list(day) : nothing}
<a href="" id="again">Try again <span lang="sw">&nbsp;· Jaribu tena</span></a></main>
<script nonce="${nonce}">
  addEventListener("online", () => location.reload());
  const look = () => document.visibilityState === "visible" &&
    fetch("/api/health/live", { cache: "no-store" }).then(({ ok }) => ok && location.reload(), () => undefined);
  setInterval(look, 8000 + Math.random() * 7000);
  document.getElementById("again").addEventListener("click", (event) => { event.preventDefault(); location.reload() });
</script></body></html>`;

// Shows what is told while none of the pages it is for is looked at: an open one tells of it itself.
self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const show = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const own = pages.filter((page) => page.url.startsWith(self.registration.scope));
    if (own.some((page) => page.visibilityState === "visible")) return;
    await self.registration.showNotification(title, { body, tag, icon: "/icon.svg", data: { url } });
  };
  event.waitUntil(show());
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const to = new URL(event.notification.data.url || "/", self.location.origin);
  if (to.origin !== self.location.origin) return;
  const open = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const page = pages.find((one) => new URL(one.url).pathname === to.pathname);
    if (!page) return self.clients.openWindow(to.href);
    await page.navigate(to.href).catch(() => undefined);
    return page.focus();
  };
  event.waitUntil(open());
});
