import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { listImports } from "@/lib/imports/get-import";
import { importKind } from "@/lib/imports/input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { ChooseFile } from "./choose-file";
import { importsKey } from "./import-keys";
import { ImportRows } from "./import-rows";
import { KindTabs } from "./kind-tabs";

export const metadata: Metadata = { title: "Import" };

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "imports.run");
  const { data: kind = "customers" } = importKind.safeParse((await searchParams).kind);
  const list = await readTenant(tenantId, actor, (scope) => listImports(scope));
  return (
    <SettingsFrame position={list.position} fallback={{ [importsKey(tenantId)]: list }}>
      <KindTabs tenantId={tenantId} kind={kind} />
      <ChooseFile key={kind} kind={kind} />
      <ImportRows />
    </SettingsFrame>
  );
}
