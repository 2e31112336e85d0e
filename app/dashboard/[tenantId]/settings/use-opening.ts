"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Opening } from "@/lib/hours/get-opening";
import { openingKey } from "./settings-keys";

export function useOpening(): Opening | undefined {
  const { tenant } = useShell();
  return useSWR<Opening>(openingKey(tenant.id), fetchJson).data;
}
