"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { closePanel } from "../members/panel-address";
import { addPerson } from "./actions";

/** A name is enough to begin; the rest is said on their page, which opens next. */
export function AddSheet() {
  const say = useSay();
  const open = useSearchParams().has("add");
  return (
    <Sheet
      open={open}
      onClose={closePanel}
      title={say("Add somebody who serves")}
      about={say("What they do and when they work is next.")}
    >
      <AddForm />
    </Sheet>
  );
}

function AddForm() {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const act = useAct("staff");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ name, title }) => act((tenantId) => addPerson(tenantId, { name, title })),
    ({ id }) => router.push(`/dashboard/${tenant.id}/staff/${id}`),
  );
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      <Field
        label={say("Name")}
        name="name"
        autoComplete="off"
        maxLength={80}
        required
        help={say("As customers read it when they book.")}
        error={errorOf("name", say("Name"))}
      />
      <Field
        label={say("What they do best")}
        name="title"
        autoComplete="off"
        maxLength={80}
        help={say("Senior stylist, for example.")}
        error={errorOf("title", say("What they do best"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={closePanel}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Adding") : say("Add")}
        </Button>
      </div>
    </form>
  );
}
