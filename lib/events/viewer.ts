import type { LoginRole } from "@/lib/auth/permissions";

/** Somebody who looks at a tenant's events; platform admins at those of the reserved tenant. */
export type Viewer = { userId: string; role: LoginRole; staffId: string | null };

/** The tokens a viewer answers to: an event is theirs to see when its audience names one of them. */
export function tokensOf(viewer: Viewer): ReadonlySet<string> {
  const tokens = new Set([`user:${viewer.userId}`]);
  if (viewer.role === "platform_admin") return tokens.add("platform_admin");
  tokens.add("everybody");
  if (viewer.role !== "staff") tokens.add("desk");
  if (viewer.role === "owner" || viewer.role === "manager") tokens.add("office");
  if (viewer.role === "owner") tokens.add("owner");
  if (viewer.staffId) tokens.add(`staff:${viewer.staffId}`);
  return tokens;
}

export const maySee = (audience: readonly string[], tokens: ReadonlySet<string>): boolean =>
  audience.some((token) => tokens.has(token));
