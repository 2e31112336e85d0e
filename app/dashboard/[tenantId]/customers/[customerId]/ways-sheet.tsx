"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { inboxKey } from "../../conversations/conversation-keys";
import { closePanel } from "../../members/panel-address";
import { GiveForm } from "../../rewards/codes/give-form";
import { useFile } from "./use-file";

/** The first words to somebody, or something given to them, without leaving their page. */
export function WaysSheet({ customerId }: { customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("with");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const file = useFile(customerId);
  const name = file?.name ?? "";
  const writes = kept === "words";
  const open = asked !== null && tenant.may.includes(writes ? "conversations.keep" : "rewards.manage");
  return (
    <Sheet
      open={open && file !== undefined}
      onClose={closePanel}
      title={writes ? say("Write to {name}", { name }) : say("Give {name} something", { name })}
      about={writes ? say("They read it in their portal, and answer there.") : say("A reward or points.")}
    >
      {!file ? null : writes ? (
        <FirstWords key={String(open)} customer={file} />
      ) : (
        <GiveForm key={`${kept} ${open}`} to={{ ...file, blocked: false }} first={kept === "points" ? "points" : ""} />
      )}
    </Sheet>
  );
}

function FirstWords({ customer: { id } }: { customer: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("conversations");
  const router = useRouter();
  // The same message however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const { busy, problem, onSubmit, errorOf } = useSend<{ conversationId: string }>(
    ({ words }) =>
      act(async (tenantId) => {
        const answer = await fetch(inboxKey(tenantId, ""), {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id: key, customerId: id, words }),
        });
        const said = await answer.json();
        return answer.ok
          ? { ok: true, value: said }
          : { ok: false, problem: said.detail ?? said.title ?? say("That was not sent."), fields: said.fields };
      }),
    ({ conversationId }) => router.push(`/dashboard/${tenant.id}/conversations/${conversationId}`),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Write to them")} className="grid gap-5">
      <TextArea name="words" label={say("Your message")} error={errorOf("words", say("The message"))} autoFocus />
      <SendOrCancel problem={problem} busy={busy} word={say("Send")} onCancel={closePanel} />
    </form>
  );
}
