import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}db/testing/server-only.ts` } };

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "node_modules/**", ".next*/**", ".data*/**"],
          // Of two processors it would leave one idle.
          maxWorkers: 2,
        },
      },
      {
        resolve,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["node_modules/**", ".next*/**", ".data*/**"],
          globalSetup: ["db/testing/global-setup.ts"],
          setupFiles: ["db/testing/worker-setup.ts"],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
