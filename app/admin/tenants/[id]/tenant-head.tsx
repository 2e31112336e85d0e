"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import type { TenantFile } from "@/lib/admin/get-tenant";
import { fileKey } from "../../words";
import { StatusMark } from "../status-mark";

/** Its name and where it stands. */
export function TenantHead({ id }: { id: string }) {
  const { data: file } = useSWR<TenantFile>(fileKey(id), fetchJson);
  if (!file) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <h1 className="min-w-0 text-lg break-words">{file.name}</h1>
      <StatusMark status={file.status} />
    </div>
  );
}
