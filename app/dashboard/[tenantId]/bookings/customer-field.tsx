"use client";

import { useState } from "react";
import useSWR from "swr";
import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { FoundCustomer } from "@/lib/customers/find-customers";
import { formatDate } from "@/lib/platform/format";

type Props = {
  chosen: FoundCustomer | null;
  onChoose(customer: FoundCustomer | null): void;
  errorOf(name: string, label: string): string | undefined;
  /** Nobody new is written down with it. */
  onlyKnown?: boolean;
};

/** Somebody the house knows, found as their name or number is typed; or somebody new, of whom little may be known. */
export function CustomerField({ chosen, onChoose, errorOf, onlyKnown = false }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const [typed, setTyped] = useState({ name: "", phone: "" });
  const digits = typed.phone.replace(/\D/g, "");
  // Of a number at least four digits are looked for, and a leading nought is none of them.
  const search = digits.replace(/^0/, "").length >= 4 ? digits : typed.name.trim().length >= 3 ? typed.name.trim() : "";
  const { data } = useSWR<{ items: FoundCustomer[] }>(
    chosen || !search ? null : `${apiBase(tenant.id)}/customers/matches?${new URLSearchParams({ search })}`,
    fetchJson,
    { keepPreviousData: true, dedupingInterval: 5_000 },
  );
  const fault = errorOf("customer.customerId", say("The customer"));
  if (chosen)
    return (
      <div className="flex items-center justify-between gap-3 rounded-control border px-3 py-2">
        <span className="min-w-0">
          <span className="block truncate font-medium">{chosen.name}</span>
          <span className="block text-quiet tabular-nums">{chosen.phone ?? say("No phone")}</span>
          {chosen.blocked ? (
            <span className="block text-danger">{say("Blocked: may not book online. You may book all the same.")}</span>
          ) : null}
          {fault ? <span className="block text-danger">{fault}</span> : null}
        </span>
        <Button kind="bare" onClick={() => onChoose(null)}>
          {say("Somebody else")}
        </Button>
      </div>
    );
  const found = search ? (data?.items ?? []) : [];
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <Field
          name="name"
          label={say("Name")}
          help={
            onlyKnown
              ? say("Type a part of their name to find them.")
              : say("Type a name or number to find somebody you know. Empty for a guest.")
          }
          autoComplete="off"
          maxLength={80}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          error={errorOf("customer.name", say("Name"))}
        />
        {found.length > 0 ? (
          <ul aria-label={say("Known here")} className="grid rounded-control border">
            {found.map((customer) => (
              <li key={customer.id} className="border-t first:border-t-0">
                <button
                  type="button"
                  onClick={() => onChoose(customer)}
                  className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-3 px-3 py-1.5 text-left -outline-offset-2 hover:bg-wash"
                >
                  <span className="font-medium">{customer.name}</span>
                  <span className="text-quiet tabular-nums">
                    {[
                      customer.phone ?? [],
                      customer.lastVisit
                        ? say("last {date}", { date: formatDate(customer.lastVisit, tenant.timeZone, say.language) })
                        : [],
                    ]
                      .flat()
                      .join(" · ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <p role="status" className="sr-only">
          {found.length > 0 ? say("{count} known here", { count: found.length }) : ""}
        </p>
      </div>
      {onlyKnown ? null : (
        <Field
          name="phone"
          type="tel"
          label={say("Phone")}
          autoComplete="off"
          maxLength={40}
          help={say("With one they get an SMS with a link to their booking.")}
          value={typed.phone}
          onChange={(event) => setTyped({ ...typed, phone: event.target.value })}
          error={errorOf("customer.phone", say("Phone"))}
        />
      )}
      {onlyKnown ? null : <DeskNotice />}
    </div>
  );
}
