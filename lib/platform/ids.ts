import { createHash, randomBytes, randomInt } from "node:crypto";

export { isId } from "./is-id";

/** UUID version 7: rows made together lie together in their index. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What a link or a form carries that only its holder may know; kept by its hash. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const legible = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What a customer reads out on the phone: six characters that cannot be mistaken for one another. */
export const newReference = (): string => letters(6);

/** What is worth something to whoever holds it: eight of them in two groups, too many to be guessed. */
export const newCode = (): string => `${letters(4)}-${letters(4)}`;

const letters = (n: number): string => Array.from({ length: n }, () => legible[randomInt(legible.length)]).join("");

export const sha256 = (of: string | Uint8Array): string => createHash("sha256").update(of).digest("hex");
