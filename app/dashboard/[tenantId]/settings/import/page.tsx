import type { Metadata } from "next";
import Link from "next/link";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listImports } from "@/lib/imports/get-import";
import { importKind } from "@/lib/imports/input";
import { getTimes } from "@/lib/moving-in/get-times";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { ChooseFile } from "./choose-file";
import { importsKey } from "./import-keys";
import { ImportRows } from "./import-rows";
import { KindTabs } from "./kind-tabs";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Import") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "imports.run");
  const { data: kind = "customers" } = importKind.safeParse((await searchParams).kind);
  const [list, { times }] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([listImports(scope), getTimes(scope)]),
  );
  return (
    <SettingsFrame position={list.position} fallback={{ [importsKey(tenantId)]: list }}>
      <KindTabs tenantId={tenantId} kind={kind} />
      <ChooseFile key={kind} kind={kind} />
      <ImportRows />
      {times && may(membership.role, "times.answer") ? (
        <Link
          href={`/dashboard/${tenantId}/settings/import/times`}
          className="justify-self-start underline underline-offset-4"
        >
          {say("Times from the old system")}
        </Link>
      ) : null}
    </SettingsFrame>
  );
}
