import { pbkdf2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** As Django writes them: `pbkdf2_sha256$1000000$salt$base64`. */
const shape = /^pbkdf2_sha256\$([1-9]\d{0,6})\$([^$]{1,128})\$([A-Za-z0-9+/]{43}=)$/;
/** Django 5.2 turns a million times. A hash that asks for much more would keep a core busy for whoever sent it. */
const mostTurns = 2_000_000;

const derive = promisify(pbkdf2);

function read(hash: string): { turns: number; salt: string; key: Buffer } | null {
  const found = shape.exec(hash);
  if (!found) return null;
  const [, turns, salt, key] = found;
  return Number(turns) <= mostTurns ? { turns: Number(turns), salt: salt!, key: Buffer.from(key!, "base64") } : null;
}

/** Whether it is one that can still be checked. */
export const isOldHash = (hash: string): boolean => read(hash) !== null;

export async function isOldPassword(password: string, hash: string): Promise<boolean> {
  const known = read(hash);
  if (!known) return false;
  const made = await derive(password, known.salt, known.turns, known.key.length, "sha256");
  return timingSafeEqual(made, known.key);
}
