import { scopeFor } from "@/lib/auth/scopes";
import type { Operation, Who } from "./operation";

/** Who may call it, for people. */
export function whoWords(who: Who): string {
  switch (who.kind) {
    case "member": {
      const scope = scopeFor(who.permission);
      const key = scope ? `A key with \`${scope}\`, or` : "No key; only";
      return `${key} a member who may \`${who.permission}\`.`;
    }
    case "admin":
      return "Those who run the installation.";
    case "signed_in":
      return "Whoever is signed in, for what is their own.";
    case "portal":
      return "A customer who entered with phone and code.";
    case "link":
      return "Whoever holds the link.";
    case "machine":
      return "A machine that holds the secret.";
    case "anyone":
      return "Anybody.";
  }
}

/** A key, a cookie, or nothing at all. */
export function securityOf({ who }: Operation): { security: object[] } {
  switch (who.kind) {
    case "member":
      return { security: [...(scopeFor(who.permission) ? [{ key: [] }] : []), { session: [] }] };
    case "admin":
    case "signed_in":
      return { security: [{ session: [] }] };
    case "portal":
      return { security: [{ portal: [] }] };
    case "machine":
    case "link":
    case "anyone":
      return { security: [] };
  }
}

/** A POST that only asks: the same question again is answered as things stand then. */
export const onlyAsks: readonly string[] = ["proposeMoves"];

/** What a program sends again when it heard nothing: a booking online, and whatever a key may post. */
export const isDoneOnce = ({ id, method, who }: Operation): boolean =>
  id === "bookOnline" ||
  (method === "POST" && who.kind === "member" && scopeFor(who.permission) !== null && !onlyAsks.includes(id));

/** By which statuses it may be refused. */
export function refusalsOf({ who, method, path, query, body, bytes }: Operation): number[] {
  const known = ["member", "admin", "signed_in", "portal"].includes(who.kind);
  const changes = method !== "GET";
  const reads = query || body || bytes;
  return [
    ...(known ? [401] : []),
    ...(who.kind === "member" && changes ? [402] : []),
    ...(known || changes ? [403] : []),
    ...(path.includes("[") ? [404] : []),
    ...(changes ? [409] : []),
    ...(body || bytes ? [413] : []),
    ...(bytes ? [415] : []),
    ...(reads ? [422] : []),
    429,
  ];
}
