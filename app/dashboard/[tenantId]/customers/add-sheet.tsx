"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { FileChoices } from "@/lib/customers/file-choices";
import { closePanel } from "../members/panel-address";
import { addOne } from "./actions";
import { customerPage } from "./customer-keys";
import { FirstFields, MoreFields } from "./file-fields";
import { emptyFile, sentOf } from "./typed-file";

/** A name is enough to begin. */
export function AddSheet({ choices }: { choices: FileChoices }) {
  const say = useSay();
  const open = useSearchParams().has("add");
  return (
    <Sheet
      open={open}
      onClose={closePanel}
      title={say("New customer")}
      about={say("Whoever books stands here by themself.")}
    >
      <AddForm choices={choices} />
    </Sheet>
  );
}

function AddForm({ choices }: { choices: FileChoices }) {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const act = useAct("customers");
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) => act((tenantId) => addOne(tenantId, sentOf(given))),
    ({ id }) => {
      toast(say("The customer is added"));
      router.push(customerPage(tenant.id, id));
    },
  );
  const fields = {
    of: emptyFile,
    choices,
    errorOf: (name: string, label: string) => errorOf(name, label) || undefined,
  };
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("New customer")} className="grid gap-5">
      <FirstFields {...fields} />
      <details>
        <summary className="cursor-pointer py-1 font-medium">{say("More: birthday, tags, what they like")}</summary>
        <div className="grid gap-5 pt-4">
          <MoreFields {...fields} />
        </div>
      </details>
      <SendOrCancel problem={problem} busy={busy} word={say("Add")} onCancel={closePanel} />
    </form>
  );
}
