"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { BusinessSettings } from "@/lib/tenancy/get-business";
import { businessKey } from "../settings-keys";

export function useBusiness(): BusinessSettings | undefined {
  const { tenant } = useShell();
  return useSWR<BusinessSettings>(businessKey(tenant.id), fetchJson).data;
}
