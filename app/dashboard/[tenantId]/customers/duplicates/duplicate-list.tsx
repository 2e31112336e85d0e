"use client";

import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Duplicates, Likeness, Twin } from "@/lib/records/find-duplicates";
import { ListLoading } from "../../list-loading";
import { customersAddress, duplicatesKey } from "../customer-keys";
import { ApartButton } from "./apart-button";
import { ApartList } from "./apart-list";
import { MergedList } from "./merged-list";

const sameName = phrase("The same name");
const whyWords: Record<Likeness, Phrase> = {
  account: phrase("The same sign-in"),
  email: phrase("The same e-mail"),
  name: sameName,
};

/** Who is likely to be in the books twice, and who was made one lately. */
export function DuplicateList() {
  const [cursors, setCursors] = useState([""]);
  return (
    <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 pt-6 md:px-6 xl:pl-8">
      {cursors.map((cursor, at) => (
        <Page
          key={cursor}
          cursor={cursor}
          onMore={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </div>
  );
}

function Page({ cursor, onMore }: { cursor: string; onMore: ((next: string) => void) | undefined }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Duplicates>(duplicatesKey(tenant.id, cursor), fetchJson);
  if (!data) return <ListLoading rows={4} />;
  const { items, nextCursor, merged, apart } = data;
  return (
    <>
      {items.length === 0 && cursor === "" ? (
        <EmptyState
          icon={UsersRound}
          title={say("Nobody is here twice")}
          why={say("When two customers have the same name, e-mail or sign-in, they stand here to be looked at.")}
        />
      ) : (
        <ul aria-label={say("Likely the same")} className="divide-y border-y">
          {items.map(({ why, one, other }) => (
            <li key={`${one.id} ${other.id}`} className="grid gap-1 pt-1 pb-3">
              <Link
                href={customersAddress(tenant.id, `/duplicates?keep=${one.id}&with=${other.id}`)}
                className="grid gap-1 py-2 -outline-offset-2 hover:bg-wash"
              >
                <span className="text-quiet">{say(whyWords[why])}</span>
                <span className="grid gap-1 sm:grid-cols-2 sm:gap-4">
                  <TwinLine twin={one} />
                  <TwinLine twin={other} />
                </span>
              </Link>
              <ApartButton pair={{ one, other }} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor && onMore ? (
        <Button className="justify-self-start" onClick={() => onMore(nextCursor)}>
          {say("Show more")}
        </Button>
      ) : null}
      {apart.length > 0 ? <ApartList apart={apart} /> : null}
      {merged.length > 0 ? <MergedList merged={merged} /> : null}
    </>
  );
}

function TwinLine({ twin: { name, phone, email, bookings } }: { twin: Twin }) {
  const say = useSay();
  const many = say("{bookings, plural, one {# booking} other {# bookings}}", { bookings });
  return (
    <span className="min-w-0">
      <span className="block break-words font-medium">{name}</span>
      <span className="block break-words text-quiet tabular-nums">
        {[phone ?? say("No phone"), email ?? [], many].flat().join(" · ")}
      </span>
    </span>
  );
}
