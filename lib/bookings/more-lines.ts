/** A service of a visit as an address has it; nothing of it is looked at yet. `staffId` is missing for whoever is free. */
export type WrittenLine = { serviceId: string; staffId?: string | undefined; addonIds: readonly string[] };

/**
 * Services that follow in the same visit, as text: each its id, its person's or `any`, and the ids of what is added to it,
 * with dots between them; one after the other with underscores.
 */
export const writeMore = (lines: readonly WrittenLine[]): string =>
  lines.map(({ serviceId, staffId = "any", addonIds }) => [serviceId, staffId, ...addonIds].join(".")).join("_");

/** The other way round. */
export const readMore = (text: string): WrittenLine[] =>
  text
    .split("_")
    .filter(Boolean)
    .map((line) => line.split("."))
    .map(([serviceId = "", staffId, ...addonIds]) => ({
      serviceId,
      staffId: staffId === "any" ? undefined : staffId,
      addonIds,
    }));
