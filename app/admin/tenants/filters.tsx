"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import type { TenantPage } from "@/lib/admin/list-tenants";
import { statusWords, type TenantStatus } from "@/lib/admin/rules";
import { type Asked, listHref, listKey } from "../words";

const all = Object.keys(statusWords.en) as TenantStatus[];

/** One row, in the address: which ones, and whose name, address, phone or e-mail. */
export function Filters({ asked }: { asked: Asked }) {
  const say = useSay();
  const { data } = useSWR<TenantPage>(listKey(asked), fetchJson);
  const { q, status } = asked;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4 md:px-6 xl:px-8">
      <nav aria-label={say("Status")} className="-mx-2 flex flex-wrap">
        <Choice href={listHref({ q })} here={status === ""}>
          {say("All")}
        </Choice>
        {all.map((name) => (
          <Choice key={name} href={listHref({ q, status: name })} here={status === name}>
            {statusWords[say.language][name]}
            <span className="tabular-nums text-quiet">{data?.counts[name] ?? ""}</span>
          </Choice>
        ))}
      </nav>
      <search className="w-full sm:ml-auto sm:w-auto">
        <form method="get" action={listHref({})} className="flex gap-2">
          {status ? <input type="hidden" name="status" value={status} /> : null}
          <label htmlFor="q" className="sr-only">
            {say("Name, address, phone or e-mail")}
          </label>
          <input
            // Another search is another field, so that Clear empties it.
            key={q}
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={80}
            placeholder={say("Name, phone or e-mail")}
            className="h-8 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 placeholder:text-quiet sm:w-64"
          />
          <Button type="submit">
            <Search aria-hidden />
            {say("Find")}
          </Button>
        </form>
      </search>
    </div>
  );
}

function Choice({ href, here, children }: { href: string; here: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-1.5 rounded-control px-2 font-medium",
        here ? "bg-wash text-ink" : "text-quiet hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
