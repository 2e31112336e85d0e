import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request carries this secret; compared in constant time. Without a secret set nobody does. */
export function carries(request: Request, secret: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  return Boolean(secret && given && timingSafeEqual(digest(given), digest(secret)));
}
