"use client";

import Link from "next/link";
import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Recipient } from "@/lib/campaigns/list-recipients";
import { whyNot } from "@/lib/campaigns/rules";
import { PagedList } from "../../paged-list";
import { recipientsKey } from "../campaign-keys";

const states = [
  { value: "", label: phrase("All") },
  { value: "gone", label: phrase("Sent") },
  { value: "waiting", label: phrase("Waiting") },
  { value: "failed", label: phrase("Not through") },
  { value: "held", label: phrase("Held back") },
];

/** Who was in the group, each with what has become of them. */
export function RecipientList({ campaignId }: { campaignId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const [state, setState] = useState("");
  return (
    <section aria-labelledby="recipients" className="grid grid-cols-[minmax(0,1fr)] pt-8">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 pb-2 md:px-6 xl:pl-8">
        <h2 id="recipients" className="font-semibold">
          {say("Customers in the group")}
        </h2>
        <label className="flex items-center gap-2">
          <span className="text-quiet">{say("Show")}</span>
          <select
            value={state}
            onChange={({ target }) => setState(target.value)}
            className="h-9 rounded-control border border-edge bg-surface px-2 text-ink"
          >
            {states.map(({ value, label }) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PagedList<Recipient> key={state} keyOf={(cursor) => recipientsKey(tenant.id, campaignId, state, cursor)}>
        {(people, cursor) =>
          people.length === 0 ? (
            <p className="border-t px-4 py-4 text-quiet md:px-6 xl:pl-8">{say("Nobody.")}</p>
          ) : (
            <ul
              aria-label={cursor ? say("More customers") : say("Customers in the group")}
              className="divide-y border-t"
            >
              {people.map((person) => (
                <Row key={person.id} person={person} to={`/dashboard/${tenant.id}/customers/${person.id}`} />
              ))}
            </ul>
          )
        }
      </PagedList>
    </section>
  );
}

function Row({ person, to }: { person: Recipient; to: string }) {
  const say = useSay();
  const isWrong = person.state === "failed";
  return (
    <li>
      <Link
        href={to}
        className="grid gap-x-4 px-4 py-(--row) -outline-offset-2 transition-colors hover:bg-wash sm:grid-cols-2 md:px-6 xl:pl-8"
      >
        <span className="min-w-0 truncate font-medium">{person.name}</span>
        <span className={`min-w-0 break-words ${isWrong ? "text-danger" : "text-quiet"}`}>
          {stateWords(say, person)}
        </span>
      </Link>
    </li>
  );
}

function stateWords(say: Say, { state, channel, why, failure, delivered, used }: Recipient): string {
  const by = channel === "email" ? say("e-mail") : say("SMS");
  if (state === "held") return why ? say.known(whyNot[why]) : say("Held back");
  if (state === "waiting") return say("Not yet their turn");
  if (state === "queued") return say("On its way by {way}", { way: by });
  if (state === "failed")
    return say("Not sent: {why}", { why: failure ? say.known(failure) : say("over what may be sent in a day") });
  const went = delivered ? say("Arrived by {way}", { way: by }) : say("Sent by {way}", { way: by });
  return used ? say("{went}, code used", { went }) : went;
}
