/** Where somebody went last from the palette, as long as this tab is open: names of customers are among them. */
export type Recent = { label: string; href: string };

const most = 5;
const nameOf = (userId: string, tenantId: string) => `recent:${userId}:${tenantId}`;

export function readRecent(userId: string, tenantId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(userId, tenantId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function keepRecent(userId: string, tenantId: string, { label, href }: Recent): void {
  const others = readRecent(userId, tenantId).filter((one) => one.href !== href);
  try {
    sessionStorage.setItem(nameOf(userId, tenantId), JSON.stringify([{ label, href }, ...others].slice(0, most)));
  } catch {
    // Private windows may refuse: then there are none.
  }
}

/** Of everybody. */
export function dropRecent(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("recent:")) sessionStorage.removeItem(name);
  } catch {
    // Where there is none, nothing is kept.
  }
}

const isRecent = (one: unknown): one is Recent =>
  typeof one === "object" &&
  one !== null &&
  typeof (one as Recent).label === "string" &&
  // An address of ours, and of no other site.
  /^\/dashboard\//.test((one as Recent).href);
