"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { HousePolicy } from "@/lib/bookings/get-policy";
import { policyKey } from "../settings-keys";

export function usePolicy(): HousePolicy | undefined {
  const { tenant } = useShell();
  return useSWR<HousePolicy>(policyKey(tenant.id), fetchJson).data;
}
