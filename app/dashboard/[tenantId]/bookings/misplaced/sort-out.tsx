"use client";

import { useState } from "react";
import useSWR from "swr";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { Preferring, Proposal } from "@/lib/bookings/propose-moves";
import { mostAtOnce, mostReason } from "@/lib/bookings/rules";
import { useKeep } from "../use-step";
import { propose } from "./actions";
import { ProposalRow } from "./proposal-row";
import { useSortOut } from "./use-sort-out";

const preferences = [
  { value: "person", label: phrase("The same person") },
  { value: "time", label: phrase("The same time") },
];

type Props = {
  ids: readonly string[];
  /** In a dialog, which it closes; on a page each opens beside it. */
  onDone?: () => void;
};

/** Another place for each of these bookings, and a word to the customers of those that have none. */
export function SortOut({ ids, onDone }: Props) {
  const say = useSay();
  const act = useAct("bookings");
  const [prefer, setPrefer] = useState<Preferring>("person");
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [problem, setProblem] = useState("");
  const [reason, setReason] = useState("");
  const { work, outcomes, moveAll, askAll } = useSortOut();
  const keep = useKeep();
  const left = ids.filter((id) => !outcomes.get(id)?.isDone);
  const asked = left.slice(0, mostAtOnce);
  const key = asked.join();

  const { data, error, mutate } = useSWR<Proposal[], Error>(
    work === null && key !== "" ? ["proposals", key, prefer] : null,
    async () => {
      const answer = await act((tenantId) => propose(tenantId, { ids: asked, prefer }));
      if (!answer.ok) throw new Error(answer.problem);
      return answer.value;
    },
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  const working = work !== null;
  const proposals = key === "" ? [] : data;
  if (!proposals)
    return error ? (
      <ProblemLine>{error.message}</ProblemLine>
    ) : (
      <p className="text-quiet">{say("Looking for free times")}</p>
    );
  const shown = proposals.filter(({ booking }) => !outcomes.get(booking.id)?.isDone);
  // Whoever has been asked is left to answer, unless somebody says otherwise.
  const isTicked = ({ booking, askedAt }: Proposal) => ticks.get(booking.id) ?? askedAt === null;
  const ticked = shown.filter(isTicked);
  const askable = ticked.filter(({ askedAt }) => askedAt === null);
  const movable = ticked.filter(({ to }) => to !== null);
  const tick = (proposal: Proposal) => setTicks(new Map(ticks).set(proposal.booking.id, !isTicked(proposal)));
  if (shown.length === 0)
    return (
      <div className="grid justify-items-start gap-3">
        <p role="status">{say("All of them are seen to.")}</p>
        {onDone ? (
          <Button size="large" kind="primary" onClick={onDone}>
            {say("Done")}
          </Button>
        ) : null}
      </div>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="max-w-60">
        <SelectField
          name="prefer"
          label={say("Keep, where possible")}
          value={prefer}
          onChange={(event) => setPrefer(event.target.value as Preferring)}
          choices={preferences.map(({ value, label }) => ({ value, label: say(label) }))}
          disabled={working}
        />
      </div>
      <ul className="-mx-2 max-h-[45dvh] overflow-y-auto border-y" aria-label={say("Where each of them could go")}>
        {shown.map((proposal) => (
          <ProposalRow
            key={proposal.booking.id}
            proposal={proposal}
            ticked={isTicked(proposal)}
            opens={!onDone}
            onKeep={async () => {
              setProblem((await keep(proposal.booking)) ?? "");
              await mutate();
            }}
            note={outcomes.get(proposal.booking.id)?.note ?? ""}
            disabled={working}
            onTick={() => tick(proposal)}
          />
        ))}
      </ul>
      {left.length > asked.length ? (
        <p className="text-quiet">
          {say("{shown} of {all}; the others follow.", { shown: asked.length, all: left.length })}
        </p>
      ) : null}
      <Field
        name="reason"
        label={say("Why, for those you ask")}
        help={say("One sentence in the message, if you like: We are closed for repairs.")}
        maxLength={mostReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <p role="status" className="text-quiet empty:hidden">
        {work ?? ""}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        {onDone ? (
          <Button size="large" kind="bare" onClick={onDone} disabled={working}>
            {say("Later")}
          </Button>
        ) : null}
        <Button
          size="large"
          disabled={working || askable.length === 0}
          onClick={async () => setProblem(await askAll(askable, reason))}
        >
          {say("Ask {many, plural, one {1 customer} other {{many} customers}} to choose", { many: askable.length })}
        </Button>
        <Button
          size="large"
          kind="primary"
          disabled={working || movable.length === 0}
          onClick={() => void moveAll(movable)}
        >
          {say("Move {count}", { count: movable.length })}
        </Button>
      </div>
    </div>
  );
}
