import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  serverExternalPackages: ["postgres"],
  // The statements come from beside this folder.
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};

export default config;
