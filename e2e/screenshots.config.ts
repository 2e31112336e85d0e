import config from "../playwright.config";

export default { ...config, testDir: ".", testMatch: "screenshots.ts", workers: 1 };
