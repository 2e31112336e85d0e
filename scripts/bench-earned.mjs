// npm run bench:earned: from a checkout to what it earned on My day. See e2e/load/earned.ts.
import { benchBuilt } from "./lib/bench.mjs";

await benchBuilt("e2e/load/earned.ts");
