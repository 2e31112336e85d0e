"use client";

import { Building2, SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { readablePhone } from "@/app/book/_parts/words";
import type { TenantLine, TenantPage } from "@/lib/admin/list-tenants";
import { businessTypes, isBusinessType } from "@/lib/tenancy/rules";
import { type Asked, formatMoment, listHref, listKey } from "../words";
import { StatusMark } from "./status-mark";

const columns = "md:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_9rem_7rem_7rem_7rem_11rem] md:gap-4";

/** Newest first; kept level with what is applied for and decided. */
export function TenantList({ asked }: { asked: Asked }) {
  const say = useSay();
  const { data } = useSWR<TenantPage>(listKey(asked), fetchJson, { keepPreviousData: true });
  if (!data) return null;
  if (data.items.length === 0) return <Nothing filtered={asked.q !== "" || asked.status !== ""} />;
  return (
    <>
      <div
        aria-hidden
        className={`hidden border-y bg-canvas px-4 py-1.5 text-quiet md:grid md:px-6 xl:px-8 ${columns}`}
      >
        <span>{say("Business")}</span>
        <span>{say("Kind and town")}</span>
        <span>{say("Phone")}</span>
        <span>{say("Status")}</span>
        <span className="text-right">{say("Customers")}</span>
        <span className="text-right" title={say("Bookings in thirty days")}>
          {say("Bookings")}
        </span>
        <span className="text-right">{say("Applied")}</span>
      </div>
      <ul aria-label={say("Businesses")} className="border-t md:border-t-0">
        {data.items.map((tenant) => (
          <li key={tenant.id} className="border-b">
            <Row tenant={tenant} />
          </li>
        ))}
      </ul>
      <div className="flex gap-2 px-4 pt-4 md:px-6 xl:px-8">
        {asked.cursor ? (
          <Button asChild>
            <Link href={listHref({ ...asked, cursor: "" })}>{say("Newest")}</Link>
          </Button>
        ) : null}
        {data.nextCursor ? (
          <Button asChild>
            <Link href={listHref({ ...asked, cursor: data.nextCursor })}>{say("Older")}</Link>
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Row({ tenant }: { tenant: TenantLine }) {
  const say = useSay();
  const { id, name, slug, businessType, city, phone, status, createdAt, customers, bookings } = tenant;
  const kind = isBusinessType(businessType) ? say.known(businessTypes[businessType]) : businessType;
  return (
    <Link
      href={`/admin/tenants/${id}`}
      className={`grid min-h-10 items-center gap-x-3 px-4 py-2 transition-colors hover:bg-wash focus-visible:-outline-offset-2 max-md:grid-cols-[minmax(0,1fr)_auto] md:px-6 xl:px-8 ${columns}`}
    >
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-quiet md:hidden">
          {say("{kind}, {city}, {bookings} bookings", { kind, city, bookings })}
        </span>
        <span className="hidden truncate text-xs text-quiet md:block">{`/book/${slug}`}</span>
      </span>
      <span className="hidden truncate md:block">
        {kind}, {city}
      </span>
      <span className="hidden truncate tabular-nums md:block">{readablePhone(phone)}</span>
      <StatusMark status={status} />
      <span className="text-right tabular-nums max-md:hidden">{customers}</span>
      <span className="text-right tabular-nums max-md:hidden">{bookings}</span>
      <time dateTime={createdAt} className="hidden text-right text-quiet tabular-nums md:block">
        {formatMoment(createdAt, say.language)}
      </time>
    </Link>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const say = useSay();
  return (
    <div className="border-t px-4 md:px-6 xl:px-8">
      {filtered ? (
        <EmptyState
          icon={SearchX}
          title={say("No business fits")}
          why={say("Look for a part of the name, the phone number or the owner's e-mail, or look at all of them.")}
          action={
            <Button asChild>
              <Link href="/admin/tenants">{say("Clear")}</Link>
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={Building2}
          title={say("No business yet")}
          why={say("Whoever registers appears here at once and waits for your decision.")}
          action={
            <Button asChild>
              <Link href="/register">{say("Register a business")}</Link>
            </Button>
          }
        />
      )}
    </div>
  );
}
