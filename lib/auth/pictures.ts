import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import type { Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { barePicture } from "./bare-picture";
import { photoTypeOf } from "./photo-rules";

export type Photo = { contentType: string; bytes: Buffer };
export type PhotoSet = Result<{ version: string }, { refusal: "not_a_picture" }>;

/**
 * The bytes as they are kept, without what a camera wrote beside them, or null when they are no picture. Its version names
 * it: another one has another version.
 */
export function pictureOf(sent: Buffer) {
  const contentType = photoTypeOf(sent);
  const bytes = contentType && barePicture(sent, contentType);
  return bytes && { contentType, bytes, version: sha256(bytes).slice(0, 16), createdAt: now() };
}

type Picture = NonNullable<ReturnType<typeof pictureOf>>;

/** What a business's people and things look like: one picture each, in a table whose `key` says whose it is. */
export function pictures(table: string, key: string) {
  const [rows, id] = [sql.identifier(table), sql.identifier(key)];
  const of = ({ tenantId }: Scope, whose: string) => sql`tenant_id = ${tenantId} and ${id} = ${whose}`;
  const versionIn = async (scope: Scope, whose: string): Promise<string | null> => {
    const [row] = await scope.tx.execute<{ version: string }>(
      sql`select version from ${rows} where ${of(scope, whose)}`,
    );
    return row?.version ?? null;
  };
  return {
    versionOf: versionIn,

    async read(scope: Scope, whose: string): Promise<Photo | null> {
      const [photo] = await scope.tx.execute<Photo>(
        sql`select content_type as "contentType", bytes from ${rows} where ${of(scope, whose)}`,
      );
      return photo ? { ...photo } : null;
    },

    /** In place of what was there; answers the version of that. */
    async put(scope: Scope, whose: string, picture: Picture): Promise<string | null> {
      const before = await versionIn(scope, whose);
      const { contentType, bytes, version, createdAt } = picture;
      await scope.tx.execute(sql`
        insert into ${rows} (tenant_id, ${id}, content_type, bytes, version, created_at)
        values (${scope.tenantId}, ${whose}, ${contentType}, ${bytes}, ${version}, ${createdAt.toISOString()})
        on conflict (tenant_id, ${id}) do update
          set content_type = excluded.content_type, bytes = excluded.bytes, version = excluded.version,
            created_at = excluded.created_at`);
      return before;
    },

    /** Answers the version of what is gone; null when there was none. */
    async drop(scope: Scope, whose: string): Promise<string | null> {
      const [gone] = await scope.tx.execute<{ version: string }>(
        sql`delete from ${rows} where ${of(scope, whose)} returning version`,
      );
      return gone?.version ?? null;
    },
  };
}
