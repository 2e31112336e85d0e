"use client";

import { useSearchParams } from "next/navigation";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { mostTag } from "@/lib/customers/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { closePanel } from "../../members/panel-address";
import { keepGroup } from "../actions";

type Props = { services: { id: string; name: string }[]; currency: string };

/** A rule under a name. What is left empty is not asked. */
export function GroupSheet(props: Props) {
  const say = useSay();
  const open = useSearchParams().get("add") === "group";
  return (
    <Sheet
      open={open}
      onClose={closePanel}
      title={say("New group")}
      about={say("All that you say must hold. Leave empty what does not matter.")}
    >
      <GroupForm {...props} />
    </Sheet>
  );
}

/** Nothing for an empty field; what is no number stays none, for the server to say so. */
const numberOf = (typed: unknown): number | undefined =>
  String(typed ?? "").trim() === "" ? undefined : typedAmount(String(typed));

function GroupForm({ services, currency }: Props) {
  const say = useSay();
  const act = useAct("customers");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ name, tag, visits, spent, away, serviceId }) => {
      const paid = numberOf(spent);
      const rule = {
        ...{ tag, visitsAtLeast: numberOf(visits), awayDays: numberOf(away), serviceId },
        spentAtLeastMinor: paid === undefined ? undefined : Math.round(paid * 100),
      };
      return act((tenantId) => keepGroup(tenantId, { name, rule }));
    },
    () => {
      toast(say("The group is kept"));
      closePanel();
    },
  );
  const fault = (field: string, label: string) => errorOf(`rule.${field}`, label) || undefined;
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("New group")} className="grid gap-5">
      <Field
        name="name"
        label={say("Name of the group")}
        maxLength={40}
        autoComplete="off"
        error={errorOf("name", say("The name"))}
      />
      <Field
        name="tag"
        label={say("Has the tag")}
        maxLength={mostTag}
        autoComplete="off"
        error={fault("tag", say("The rule"))}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          name="visits"
          label={say("Visits, at least")}
          inputMode="numeric"
          autoComplete="off"
          error={fault("visitsAtLeast", say("The number of visits"))}
        />
        <Field
          name="spent"
          label={say("Paid in {currency}, at least", { currency })}
          inputMode="decimal"
          autoComplete="off"
          error={fault("spentAtLeastMinor", say("What they paid"))}
        />
      </div>
      <Field
        name="away"
        label={say("Not here for so many days")}
        inputMode="numeric"
        autoComplete="off"
        error={fault("awayDays", say("The number of days"))}
        className="max-w-40"
      />
      <SelectField
        name="serviceId"
        label={say("Has had this done")}
        choices={[
          { value: "", label: say("Anything") },
          ...services.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={fault("serviceId", say("This service"))}
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Keep")} onCancel={closePanel} />
    </form>
  );
}
