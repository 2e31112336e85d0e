"use client";

import { useEffect, useState } from "react";
import useSWR from "swr";
import { useSay } from "@/app/_words/use-say";
import type { BookingPage } from "@/lib/bookings/list-bookings";
import type { BookingItem } from "@/lib/bookings/list-next";
import type { CustomerPage } from "@/lib/customers/list-customers";
import { formatDayTime } from "@/lib/platform/format";
import { statusWord } from "../../bookings/status-badge";
import { fetchJson } from "../../data/fetch-json";
import { apiBase } from "../../data/keys";
import { useShell } from "../shell-context";

export type Found = { id: string; label: string; about: string; href: string };
type State = { customers: Found[]; bookings: Found[]; isLooking: boolean; failed: boolean };

const calmMs = 180;
const shown = "5";
const aReference = /^[a-z\d]{6}$/i;

/** What the house has by that name, number or reference. Nothing is asked before three letters, nor at every one. */
export function useFound(typed: string): State {
  const say = useSay();
  const { tenant } = useShell();
  const text = useCalm(typed.trim());
  const asks = text.length >= 3;
  const base = apiBase(tenant.id);
  const ask = (path: string, query: Record<string, string>) => `${base}/${path}?${new URLSearchParams(query)}`;
  const people = useSWR<CustomerPage>(
    asks && tenant.may.includes("customers.see") ? ask("customers", { search: text, limit: shown }) : null,
    fetchJson,
    calmly,
  );
  const sees = asks && tenant.may.includes("bookings.see");
  const coming = useSWR<BookingPage>(
    sees ? ask("bookings", { customer: text, limit: shown }) : null,
    fetchJson,
    calmly,
  );
  // By its own name also what is over, and what will not be.
  const byName = aReference.test(text) ? ask("bookings", { reference: text, limit: shown }) : null;
  const named = useSWR<BookingPage>(sees ? byName : null, fetchJson, calmly);
  const asked = [people, coming, named];
  // All at once: what came later would push itself above what Return already stands on.
  if (asked.some(({ isLoading }) => isLoading)) return { customers: [], bookings: [], isLooking: true, failed: false };
  return {
    customers: (people.data?.items ?? []).map(({ id, name, phone, guardianName }) => ({
      id,
      label: name,
      about: phone ?? (guardianName ? say("with {name}", { name: guardianName }) : ""),
      href: `/dashboard/${tenant.id}/customers/${id}`,
    })),
    bookings: onlyOnce([...(named.data?.items ?? []), ...(coming.data?.items ?? [])]).map((one) => ({
      id: one.id,
      label: one.bookedAs ?? one.customerName,
      about: [
        ...(willNotBe.includes(one.status) ? [say(statusWord(one.status))] : []),
        formatDayTime(one.startsAt, tenant.timeZone, say.language),
        one.services.join(", "),
      ].join(" · "),
      href: `/dashboard/${tenant.id}/bookings?booking=${one.id}`,
    })),
    isLooking: text !== typed.trim(),
    failed: asked.some(({ error }) => Boolean(error)),
  };
}

const willNotBe: readonly BookingItem["status"][] = ["cancelled", "rejected", "expired"];

const onlyOnce = (found: BookingItem[]): BookingItem[] => [...new Map(found.map((one) => [one.id, one])).values()];

const calmly = {
  keepPreviousData: false,
  dedupingInterval: 5_000,
  shouldRetryOnError: false,
  revalidateOnFocus: false,
};

function useCalm(text: string): string {
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(text), calmMs);
    return () => clearTimeout(timer);
  }, [text]);
  return calm;
}
