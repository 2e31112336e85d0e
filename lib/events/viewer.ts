import type { Role } from "@/db/schema/people";

/** Somebody who looks at a tenant's events. */
export type Viewer = { userId: string; role: Role; staffId: string | null };

/** The tokens a viewer answers to: an event is theirs to see when its audience names one of them. */
export function tokensOf(viewer: Viewer): ReadonlySet<string> {
  const tokens = new Set([`user:${viewer.userId}`]);
  if (viewer.role !== "staff") tokens.add("desk");
  if (viewer.role === "owner") tokens.add("owner");
  if (viewer.staffId) tokens.add(`staff:${viewer.staffId}`);
  return tokens;
}

export const maySee = (audience: readonly string[], tokens: ReadonlySet<string>): boolean =>
  audience.some((token) => tokens.has(token));
