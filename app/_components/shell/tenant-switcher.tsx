"use client";

import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import { roleWords } from "@/lib/members/rules";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";
import { initials } from "../ui/initials";
import { type ShellTenant, useShell } from "./shell-context";

/** Where one is at work; with several businesses, the way from one to another. */
export function TenantSwitcher() {
  const say = useSay();
  const { tenant, tenants } = useShell();
  const look = "flex h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-1.5 text-left";
  if (tenants.length < 2) {
    return (
      <div className={look}>
        <Name {...tenant} />
      </div>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={`${look} transition-colors hover:bg-wash data-[state=open]:bg-wash`}>
        <Name {...tenant} />
        <ChevronsUpDown aria-hidden className="ml-auto size-4 shrink-0 text-quiet lg:rail-narrow:hidden" />
        <span className="sr-only">{say("Change business")}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuLabel>{say("Your businesses")}</DropdownMenuLabel>
        {tenants.map((other) => (
          <DropdownMenuItem key={other.id} asChild className="h-11">
            <Link href={`/dashboard/${other.id}`} aria-current={other.id === tenant.id ? "true" : undefined}>
              <Name {...other} always />
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Name({ name, role, always }: Pick<ShellTenant, "name" | "role"> & { always?: boolean }) {
  const say = useSay();
  return (
    <>
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-content-center rounded-control bg-ink font-semibold text-canvas"
      >
        {initials(name)}
      </span>
      <span className={always ? "grid min-w-0" : "grid min-w-0 lg:rail-narrow:sr-only"}>
        <span className="truncate font-semibold">{name}</span>
        <span className="truncate text-quiet">{say.known(roleWords[role])}</span>
      </span>
    </>
  );
}
