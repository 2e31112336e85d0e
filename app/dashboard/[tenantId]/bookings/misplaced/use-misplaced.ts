"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Misplaced } from "@/lib/bookings/list-misplaced";

export const misplacedKey = (tenantId: string): string => `${apiBase(tenantId)}/bookings/misplaced`;

/** Bookings that cannot be done as the house stands; for those who may move them. */
export function useMisplaced(): Misplaced | undefined {
  const { tenant } = useShell();
  return useSWR<Misplaced>(tenant.may.includes("bookings.move") ? misplacedKey(tenant.id) : null, fetchJson).data;
}
