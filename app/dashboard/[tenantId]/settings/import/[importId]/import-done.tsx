"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import type { ImportKind } from "@/db/schema/imports";
import type { ImportFacts } from "@/lib/imports/get-import";
import { kindWords } from "@/lib/imports/rules";
import { takeBackList } from "../actions";
import { errorsAddress } from "../import-keys";
import { statusWords } from "../import-words";
import { Left } from "./left";
import { ProblemRows } from "./problem-rows";

/** What came of a list, the rows to put right as a file, and the way back. */
export function ImportDone({ facts }: { facts: ImportFacts }) {
  const { tenant } = useShell();
  const { id, kind, status, rows, counts, problems, stays } = facts;
  const toPutRight = (counts.wrong ?? 0) + (counts.full ?? 0);
  return (
    <>
      <Section title={statusWords[status]}>
        <Facts>
          <Fact term="Rows">{rows}</Fact>
          <Fact term="Added">{(counts.added ?? 0) + (counts.stays ?? 0)}</Fact>
          <Fact term="Known before">{counts.known ?? 0}</Fact>
          <Fact term="Twice in it">{counts.twice ?? 0}</Fact>
          <Fact term="To put right">{toPutRight}</Fact>
          {counts.taken_back ? <Fact term="Taken back">{counts.taken_back}</Fact> : null}
        </Facts>
      </Section>
      {toPutRight > 0 ? (
        <Section
          title="To put right"
          about="The file has these rows as they were, with what is wrong beside them. Put them right there and read it in. They are kept for thirty days."
        >
          <Button asChild size="large" className="justify-self-start">
            <a href={errorsAddress(tenant.id, id)} download>
              Save these rows as a file
            </a>
          </Button>
          <ProblemRows problems={problems} />
        </Section>
      ) : null}
      {status === "done" && (counts.added ?? 0) > 0 ? <TakeBack importId={id} kind={kind} /> : null}
      {stays.length > 0 ? <Left facts={facts} /> : null}
    </>
  );
}

function TakeBack({ importId, kind }: { importId: string; kind: ImportKind }) {
  const act = useAct("imports");
  const [sure, setSure] = useState(false);
  const undo = async () => {
    const answer = await act((tenantId) => takeBackList(tenantId, { importId }));
    if (answer.ok) toast(`${answer.value.takenBack} taken back, ${answer.value.stays} stay`);
    else toast.error(answer.problem);
  };
  return (
    <Section title="Take all of it back" about={kindWords[kind].takenBack}>
      <div className="flex flex-wrap gap-2">
        {sure ? (
          <Button size="large" onClick={() => setSure(false)}>
            Keep them
          </Button>
        ) : null}
        <Button size="large" onClick={sure ? undo : () => setSure(true)}>
          {sure ? "Yes, take it back" : "Take it back"}
        </Button>
      </div>
    </Section>
  );
}
