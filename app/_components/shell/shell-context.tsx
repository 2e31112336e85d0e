"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Role } from "@/db/schema/people";
import type { Permission } from "@/lib/auth/permissions";

export type ShellTenant = { id: string; slug: string; name: string; role: Role };

export type ShellFacts = {
  /** `staffId` is whom they serve as; null for nobody. */
  tenant: ShellTenant & { timeZone: string; may: readonly Permission[]; staffId: string | null };
  tenants: ShellTenant[];
  /** `photo` is where it is; null for none. */
  user: { id: string; name: string; email: string; photo: string | null; platformAdmin: boolean };
};

const ShellContext = createContext<ShellFacts | null>(null);
const NowContext = createContext("");

const tickMs = 20_000;

/** `now` is the server's clock when the page was made, the only one that counts; here it goes on. */
export function ShellProvider(props: { facts: ShellFacts; now: string; children: ReactNode }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - began), tickMs);
    return () => clearInterval(timer);
  }, []);
  const now = passed === 0 ? props.now : new Date(Date.parse(props.now) + passed).toISOString();
  return (
    <ShellContext value={props.facts}>
      <NowContext value={now}>{props.children}</NowContext>
    </ShellContext>
  );
}

export function useShell(): ShellFacts {
  const facts = useContext(ShellContext);
  if (!facts) throw new Error("no ShellProvider above");
  return facts;
}

export const useNow = (): string => useContext(NowContext);
