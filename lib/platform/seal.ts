import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

type Key = { id: string; bytes: Buffer };

const keyOf = (secret: string): Key => ({
  id: createHash("sha256").update(secret).digest("hex").slice(0, 8),
  bytes: Buffer.from(hkdfSync("sha256", secret, "", "clientpulse seal", 32)),
});

/** The first one seals; the other still opens what was sealed before the last change of keys. */
const keys = (): Key[] =>
  [env().ENCRYPTION_KEY, env().ENCRYPTION_KEY_OLD].filter((secret) => secret !== undefined).map(keyOf);

/** Encrypts with AES-256-GCM under the installation's key. `about` binds it to its place: moved elsewhere it does not open. */
export const seal = (text: string, about: string): string => {
  const secret = env().ENCRYPTION_KEY;
  if (!secret) throw new Error("ENCRYPTION_KEY is not set");
  return sealUnder(secret, text, about);
};

/** The same where the whole environment is not there: before a server starts. */
export function sealUnder(secret: string, text: string, about: string): string {
  const key = keyOf(secret);
  return `${key.id}.${sealWith(key.bytes, text, about)}`;
}

/** What was sealed, or an error: altered, sealed for another place, or under a key that is gone. */
export function unseal(sealed: string, about: string): string {
  const at = sealed.indexOf(".");
  const key = keys().find((one) => one.id === sealed.slice(0, at));
  if (!key) throw new Error("sealed under a key that this installation no longer has");
  return unsealWith(key.bytes, sealed.slice(at + 1), about);
}

/** Null where it does not open: its key is gone, or it is not what was sealed here. */
export function openSealed(sealed: string, about: string): string | null {
  try {
    return unseal(sealed, about);
  } catch {
    return null;
  }
}

export function sealWith(key: Buffer, text: string, about: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString("base64url");
}

export function unsealWith(key: Buffer, sealed: string, about: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
