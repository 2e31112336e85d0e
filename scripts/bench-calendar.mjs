// npm run bench:calendar: a full day scrolled in a real browser. See e2e/load/calendar-scroll.ts.
import { benchInBrowser } from "./lib/bench.mjs";

await benchInBrowser("e2e/load/calendar-scroll.ts");
