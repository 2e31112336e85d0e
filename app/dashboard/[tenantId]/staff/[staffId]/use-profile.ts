"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { profileKey } from "../staff-keys";

export function useProfile(staffId: string): StaffProfile | undefined {
  const { tenant } = useShell();
  return useSWR<StaffProfile>(profileKey(tenant.id, staffId), fetchJson).data;
}
