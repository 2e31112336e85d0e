"use client";

import { createContext, type ReactNode, useContext } from "react";

export type ShellTenant = { id: string; slug: string; name: string; role: string };

export type ShellFacts = {
  tenant: ShellTenant & { timeZone: string };
  tenants: ShellTenant[];
  user: { name: string; email: string };
  /** The server's clock when the page was made: the only one that counts. */
  now: string;
};

const ShellContext = createContext<ShellFacts | null>(null);

export function ShellProvider({ facts, children }: { facts: ShellFacts; children: ReactNode }) {
  return <ShellContext value={facts}>{children}</ShellContext>;
}

export function useShell(): ShellFacts {
  const facts = useContext(ShellContext);
  if (!facts) throw new Error("no ShellProvider above");
  return facts;
}
