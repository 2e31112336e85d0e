"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
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
  const say = useSay();
  const { tenant } = useShell();
  const { id, kind, status, rows, counts, problems, stays } = facts;
  const toPutRight = (counts.wrong ?? 0) + (counts.full ?? 0);
  return (
    <>
      <Section title={say(statusWords[status])}>
        <Facts>
          <Fact term={say("Rows")}>{rows}</Fact>
          <Fact term={say("Added")}>{(counts.added ?? 0) + (counts.stays ?? 0)}</Fact>
          <Fact term={say("Known before")}>{counts.known ?? 0}</Fact>
          <Fact term={say("Twice in it")}>{counts.twice ?? 0}</Fact>
          <Fact term={say("To put right")}>{toPutRight}</Fact>
          {counts.taken_back ? <Fact term={say("Taken back")}>{counts.taken_back}</Fact> : null}
        </Facts>
      </Section>
      {toPutRight > 0 ? (
        <Section
          title={say("To put right")}
          about={say(
            "The file has these rows as they were, with what is wrong beside them. Put them right there and read it in. They are kept for thirty days.",
          )}
        >
          <Button asChild size="large" className="justify-self-start">
            <a href={errorsAddress(tenant.id, id)} download>
              {say("Save these rows as a file")}
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
  const say = useSay();
  const act = useAct("imports");
  const [sure, setSure] = useState(false);
  const undo = async () => {
    const answer = await act((tenantId) => takeBackList(tenantId, { importId }));
    if (answer.ok) toast(say("{takenBack} taken back, {stays} stay", answer.value));
    else toast.error(answer.problem);
  };
  return (
    <Section title={say("Take all of it back")} about={say.known(kindWords[kind].takenBack)}>
      <div className="flex flex-wrap gap-2">
        {sure ? (
          <Button size="large" onClick={() => setSure(false)}>
            {say("Keep them")}
          </Button>
        ) : null}
        <Button size="large" onClick={sure ? undo : () => setSure(true)}>
          {sure ? say("Yes, take it back") : say("Take it back")}
        </Button>
      </div>
    </Section>
  );
}
