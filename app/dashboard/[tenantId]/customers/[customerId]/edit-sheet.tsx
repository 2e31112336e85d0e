"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { FileChoices } from "@/lib/customers/file-choices";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { closePanel } from "../../members/panel-address";
import { changeOne } from "../actions";
import { FirstFields, MoreFields } from "../file-fields";
import { heldAs, mergedOf, sentOf, type Typed, typedOf } from "../typed-file";
import { changedSince, Meanwhile } from "./meanwhile";
import { useFile } from "./use-file";

type Props = { customerId: string; choices: FileChoices };

/** What the house keeps of somebody, in one form. */
export function EditSheet({ customerId, choices }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("edit") === "file";
  const file = useFile(customerId);
  const open = asked && tenant.may.includes("customers.manage");
  return (
    <Sheet
      open={open}
      onClose={closePanel}
      title={file?.name ?? say("Customer")}
      about={say("Allergies and notes are on the page itself.")}
    >
      {file ? <EditForm key={String(open)} file={file} choices={choices} /> : null}
    </Sheet>
  );
}

/** Written over what was seen alone: what somebody else writes meanwhile is shown before anything is lost. */
function EditForm({ file, choices }: { file: CustomerFile; choices: FileChoices }) {
  const say = useSay();
  const act = useAct("customers");
  const is = typedOf(file);
  // Another turn is another form, which begins with what holds then.
  const [{ seen, begin, turn }, setForm] = useState({ seen: is, begin: is, turn: 0 });
  /** What was typed when somebody else was found to have been quicker. */
  const [typed, setTyped] = useState<Typed | null>(null);
  const { busy, problem, onSubmit, errorOf } = useSend(
    async (given) => {
      const to = sentOf(given);
      const answer = await act((tenantId) => changeOne(tenantId, { customerId: file.id, to, seen }));
      setTyped(!answer.ok && answer.code === "moved_on" ? heldAs(to) : null);
      return answer;
    },
    () => {
      toast(say("Saved"));
      closePanel();
    },
  );
  const fields = {
    of: begin,
    choices,
    errorOf: (name: string, label: string) => errorOf(name, label) || undefined,
  };
  const settle = (theirs: boolean) => {
    setForm({ seen: is, begin: theirs || !typed ? is : mergedOf({ seen, typed, is }), turn: turn + 1 });
    setTyped(null);
  };
  return (
    <form key={turn} onSubmit={onSubmit} noValidate aria-label={say("Customer")} className="grid gap-5">
      <FirstFields {...fields} />
      <MoreFields {...fields} />
      {typed ? <Meanwhile changed={changedSince(seen, is)} is={is} choices={choices} onSettle={settle} /> : null}
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={closePanel} />
    </form>
  );
}
