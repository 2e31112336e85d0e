/** What a page shows: when it was drawn, and which days of free times are on it. */
export type Shown = { since: number; days: readonly [first: string, last: string] | null };

/** No page asks anew more often than this, however much happens. */
const restMs = 500;
/** Spread, so that all who look at one business do not ask in the same moment. */
const spreadMs = 150;
const silenceMs = 40_000;
const hiddenMs = 30_000;
/** After a refusal, each one later than the one before. */
const refusedMs = { first: 10_000, most: 300_000 };

/** Keeps a stream open while the page is looked at, and asks for the page anew when what it shows has changed. */
export function listen(stream: string, shown: { current: Shown }, refresh: () => void): () => void {
  let source: EventSource | null = null;
  let asked = 0;
  let refusals = 0;
  const timers: Record<"look" | "open" | "close", ReturnType<typeof setTimeout> | undefined> = {
    look: undefined,
    open: undefined,
    close: undefined,
  };
  const later = (name: keyof typeof timers, ms: number, work: () => void) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(() => {
      timers[name] = undefined;
      work();
    }, ms);
  };
  const look = () => {
    if (timers.look) return;
    const wait = Math.max(Math.random() * spreadMs, restMs - (Date.now() - asked));
    later("look", wait, () => {
      asked = Date.now();
      // Without a network the router would leave the page.
      if (navigator.onLine) refresh();
    });
  };
  const close = () => {
    source?.close();
    source = null;
    clearTimeout(timers.open);
  };
  // A line that has died raises no error: only the beat that does not come tells.
  const alive = () => later("open", silenceMs, open);
  function open() {
    close();
    const opened = new EventSource(`${stream}?since=${shown.current.since}`);
    source = opened;
    opened.addEventListener("slots", ({ data }) => {
      const [first, last] = shown.current.days ?? [];
      const { days } = JSON.parse(data) as { days?: string[] };
      if (first && last && (!days || days.some((day) => first <= day && day <= last))) look();
    });
    opened.addEventListener("booking", look);
    opened.addEventListener("own", look);
    opened.addEventListener("beat", alive);
    opened.onopen = () => {
      refusals = 0;
      alive();
    };
    // It comes back by itself, but not from a refusal.
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      const wait = Math.min(refusedMs.first * 2 ** refusals++, refusedMs.most);
      later("open", wait * (1 + Math.random()), open);
    };
  }
  const turned = () => {
    if (document.hidden) return later("close", hiddenMs, close);
    clearTimeout(timers.close);
    if (!source) open();
  };
  const back = ({ persisted }: PageTransitionEvent) => persisted && !source && open();
  open();
  document.addEventListener("visibilitychange", turned);
  addEventListener("pagehide", close);
  addEventListener("pageshow", back);
  return () => {
    close();
    for (const timer of Object.values(timers)) clearTimeout(timer);
    document.removeEventListener("visibilitychange", turned);
    removeEventListener("pagehide", close);
    removeEventListener("pageshow", back);
  };
}
