"use client";

import { UserRoundPlus } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { StaffListItem } from "@/lib/staff/list-profiles";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { staffKey, staffPhoto } from "./staff-keys";

const columns = "md:grid-cols-[minmax(0,3fr)_8rem_minmax(0,2fr)_6rem]";

/** Who serves; each has a page of their own. */
export function StaffList() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<{ items: StaffListItem[] }>(staffKey(tenant.id), fetchJson);
  const manages = tenant.may.includes("staff.manage");
  if (!data) return <ListLoading rows={6} />;
  if (data.items.length === 0)
    return (
      <div className="px-4 md:px-6 xl:pl-8">
        <EmptyState
          icon={UserRoundPlus}
          title={say("Nobody serves here yet")}
          why={say("Customers book with the people on this list. Add them with what they do and when they work.")}
          action={manages ? <PanelButton to="?add=new">{say("Add the first")}</PanelButton> : null}
        />
      </div>
    );
  return (
    <section aria-label={say("Staff")}>
      <div
        aria-hidden
        className={`hidden gap-x-4 border-b bg-canvas px-4 py-2 text-quiet md:grid md:px-6 xl:pl-8 ${columns}`}
      >
        <span>{say("Name")}</span>
        <span>{say("Services")}</span>
        <span>{tenant.may.includes("members.see") ? say("Signs in as") : ""}</span>
        <span>{say("Bookable")}</span>
      </div>
      <ul>
        {data.items.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Row({ person }: { person: StaffListItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, name, title, colour, photo, services, active, login, invited } = person;
  const does = say("{services, plural, one {# service} other {# services}}", { services });
  const signsIn = tenant.may.includes("members.see") ? (login ?? (invited ? say("Invited") : say("No login"))) : null;
  return (
    <li data-staff={id} className="border-b">
      <Link
        href={`/dashboard/${tenant.id}/staff/${id}`}
        className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:px-6 xl:pl-8 ${columns}`}
      >
        <span className="flex min-w-0 items-center gap-3">
          {/* The colour of their time in the calendar. */}
          <span aria-hidden className="h-8 w-1 shrink-0 rounded-full" style={{ background: colour }} />
          <Avatar name={name} photo={staffPhoto(tenant.id, id, photo)} />
          <span className="grid min-w-0">
            <span className="truncate font-medium">{name}</span>
            <span className="truncate text-quiet">{title}</span>
          </span>
        </span>
        <span className="order-last col-span-2 ml-15 text-quiet md:order-none md:col-span-1 md:ml-0 md:text-ink">
          {does}
          {signsIn ? <span className="md:hidden"> · {signsIn}</span> : null}
        </span>
        <span className="hidden truncate text-quiet md:block">{signsIn}</span>
        <span data-active={active} className={active ? "hidden md:block" : "text-quiet"}>
          {active ? say("Yes") : say("Not bookable")}
        </span>
      </Link>
    </li>
  );
}
