"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { useSay } from "@/app/_words/use-say";
import type { CustomerItem } from "@/lib/customers/list-customers";
import { formatDate } from "@/lib/platform/format";
import { customerPage, customerPhoto } from "./customer-keys";
import { StatusWord } from "./status-word";
import { Tags } from "./tags";

/** Who it is, how they are reached, and when they were here last. */
export function CustomerRow({ customer }: { customer: CustomerItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, name, phone, status, tags, location, photo, visits, lastVisit, guardianName } = customer;
  const about = [guardianName ? say("with {name}", { name: guardianName }) : phone, location]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className="border-b">
      <Link
        href={customerPage(tenant.id, id)}
        className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-(--row) -outline-offset-2 transition-colors hover:bg-wash md:px-6 lg:grid-cols-[2rem_minmax(0,2fr)_minmax(0,2fr)_10rem] xl:pl-8"
      >
        <Avatar name={name} photo={photo && `${customerPhoto(tenant.id, id)}?v=${photo}`} />
        <span className="min-w-0">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate font-medium">{name}</span>
            <StatusWord status={status} className="text-sm" />
          </span>
          <span className="block truncate text-quiet tabular-nums">{about || say("No phone")}</span>
        </span>
        <span className="min-w-0 max-lg:hidden">
          <Tags tags={tags} />
        </span>
        <span className="text-right text-quiet tabular-nums">
          <span className="block">{say("{visits, plural, one {# visit} other {# visits}}", { visits })}</span>
          <span className="block max-sm:hidden">
            {lastVisit ? formatDate(lastVisit, tenant.timeZone, say.language) : ""}
          </span>
        </span>
      </Link>
    </li>
  );
}
