"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { customerKey } from "../customer-keys";

export function useFile(customerId: string): CustomerFile | undefined {
  const { tenant } = useShell();
  return useSWR<CustomerFile>(customerKey(tenant.id, customerId), fetchJson).data;
}
