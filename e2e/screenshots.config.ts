import config from "../playwright.config";

export default { ...config, projects: [], testDir: ".", testMatch: "screenshots.ts", workers: 1 };
