import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../../db/embedded/lock.mjs";

/** @typedef {"owner" | "app" | "platform" | "authSecret" | "encryptionKey" | "cronSecret" | "metricsToken" | "lanPassword"} SecretName */

/** @type {SecretName[]} */
const NAMES = ["owner", "app", "platform", "authSecret", "encryptionKey", "cronSecret", "metricsToken", "lanPassword"];

/** Letters and digits only: they travel in URLs, headers and by hand. */
export const randomSecret = (length = 32) => {
  const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  // 57 letters: what lies beyond the last whole multiple is thrown away, so that each is equally likely.
  let made = "";
  while (made.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 228 && made.length < length) made += alphabet[byte % 57];
    }
  }
  return made;
};

/**
 * The random secrets of a data folder, made once and readable by their owner only.
 * @param {string} dataDir
 * @returns {Promise<Record<SecretName, string>>}
 */
export async function readSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "secrets.json");
  return withLock(`${file}.lock`, async () => {
    const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    const missing = NAMES.filter((name) => typeof known[name] !== "string");
    if (missing.length === 0) return known;
    const secrets = { ...known };
    for (const name of missing) secrets[name] = randomSecret(name === "lanPassword" ? 14 : 40);
    const draft = `${file}.new`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
    return secrets;
  });
}
