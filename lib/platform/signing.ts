import { createHmac } from "node:crypto";
import { env } from "./env";

const signatureWith = (secret: string, text: string): Buffer => createHmac("sha256", secret).update(text).digest();

/** The first one signs; the other still vouches for what was signed before the last change of secrets. */
export const secrets = (): string[] =>
  [env().AUTH_SECRET, env().AUTH_SECRET_OLD].filter((secret) => secret !== undefined);

/** HMAC-SHA-256 under the installation's secret. `text` begins with what it is for, so that one cannot serve as another. */
export const signature = (text: string): Buffer => signatureWith(env().AUTH_SECRET, text);

/** What `signature` answers now, and what it answered before the last change of secrets. */
export const signatures = (text: string): Buffer[] => secrets().map((secret) => signatureWith(secret, text));
