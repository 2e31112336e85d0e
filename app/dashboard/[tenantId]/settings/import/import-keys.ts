import { apiBase } from "@/app/_components/data/keys";
import type { ImportKind } from "@/db/schema/imports";

export const importsKey = (tenantId: string, cursor = ""): string =>
  `${apiBase(tenantId)}/imports${cursor && `?${new URLSearchParams({ cursor })}`}`;
export const importKey = (tenantId: string, importId: string): string => `${apiBase(tenantId)}/imports/${importId}`;
export const errorsAddress = (tenantId: string, importId: string): string => `${importKey(tenantId, importId)}/errors`;

/** A file of that kind is sent there. */
export const fileAddress = (tenantId: string, kind: ImportKind, name: string): string =>
  `${importsKey(tenantId)}?${new URLSearchParams({ kind, name: name.slice(0, 200) })}`;

export const importPage = (tenantId: string, importId: string): string =>
  `/dashboard/${tenantId}/settings/import/${importId}`;
export const importOf = (tenantId: string, kind: ImportKind): string =>
  `/dashboard/${tenantId}/settings/import?kind=${kind}`;
