import type { ImportKind } from "@/db/schema/imports";
import { must } from "@/lib/bookings/testing/desk-books";
import { runDueJobs } from "@/lib/jobs/worker";
import { writeCsv } from "@/lib/platform/csv";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { getImport } from "../get-import";
import { mappedImportInput } from "../input";
import { keepFile } from "../keep-file";
import { planImport, startImport } from "../run-import";
import { undoImport } from "../undo-import";

type Options = { tells?: boolean; overlaps?: boolean };

/** Lists of one kind as somebody brings them to a house. */
export function listsOf(tenantId: string, actor: Actor, kind: ImportKind) {
  const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(tenantId, actor, work);
  const facts = async (id: string) => (await inside((scope) => getImport(scope, id)))!;
  const wishOf = async (importId: string, options: Options = {}) =>
    mappedImportInput.parse({ importId, kind, mapping: (await facts(importId)).mapping, options });
  const start = async (importId: string, options?: Options) => {
    const wish = await wishOf(importId, options);
    await must(inside((scope) => startImport(scope, wish)));
  };
  return {
    inside,
    facts,
    start,
    keep: (rows: string[][], name = "list.csv") =>
      must(inside((scope) => keepFile(scope, kind, name, Buffer.from(writeCsv(rows))))),
    async plan(importId: string, options?: Options) {
      const wish = await wishOf(importId, options);
      return must(inside((scope) => planImport(scope, wish)));
    },
    /** As long as rows are left, each batch is due at once. */
    async read(importId: string, options?: Options) {
      await start(importId, options);
      for (let batches = 0; batches < 200 && (await facts(importId)).status === "running"; batches++)
        await runDueJobs(tenantId);
      return facts(importId);
    },
    undo: (importId: string) => inside((scope) => undoImport(scope, importId)),
  };
}
