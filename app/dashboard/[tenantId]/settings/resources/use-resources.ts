"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { ResourceList } from "@/lib/resources/list-resources";
import { resourcesKey } from "../settings-keys";

export function useResources(): ResourceList | undefined {
  const { tenant } = useShell();
  return useSWR<ResourceList>(resourcesKey(tenant.id), fetchJson).data;
}
