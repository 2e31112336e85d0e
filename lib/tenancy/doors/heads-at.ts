import { sideSql } from "@/db/client";

export type HeadAt = { slug: string; tenantId: string; position: string };

/** Where the logs of the open businesses at these addresses stand. */
export const headsAt = (slugs: readonly string[]): Promise<HeadAt[]> =>
  slugs.length === 0
    ? Promise.resolve([])
    : sideSql()<HeadAt[]>`
        select slug, tenant_id as "tenantId", position from door_heads_at(${slugs as string[]}::text[])`;
