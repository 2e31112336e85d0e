import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getImport } from "@/lib/imports/get-import";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../../settings-frame";
import { importKey } from "../import-keys";
import { ImportView } from "./import-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("An imported list") };
}

type Props = { params: Promise<{ tenantId: string; importId: string }> };

export default async function OneImportPage({ params }: Props) {
  const { tenantId, importId } = await params;
  const { actor } = await requireMember(tenantId, "imports.run");
  if (!isId(importId)) notFound();
  const facts = await readTenant(tenantId, actor, (scope) => getImport(scope, importId));
  if (!facts) notFound();
  return (
    <SettingsFrame position={facts.position} fallback={{ [importKey(tenantId, importId)]: facts }}>
      <ImportView importId={importId} />
    </SettingsFrame>
  );
}
