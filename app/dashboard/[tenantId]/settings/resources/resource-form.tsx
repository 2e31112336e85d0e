"use client";

import { toast } from "sonner";
import { useDraft } from "@/app/_components/data/use-draft";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { ResourceItem, ResourceList } from "@/lib/resources/list-resources";
import { byCategory } from "@/lib/services/rules";
import { FormEnd } from "../../form-end";
import { closePanel } from "../../members/panel-address";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { addToHouse, changeInHouse } from "../actions";

type Props = { resource: ResourceItem | null; services: ResourceList["services"]; disabled: boolean };

const typedOf = (resource: ResourceItem | null) => ({
  name: resource?.name ?? "",
  quantity: String(resource?.quantity ?? 1),
  serviceIds: resource?.serviceIds ?? [],
});

/** What it is called, how many there are, and which services need one. */
export function ResourceForm({ resource, services, disabled }: Props) {
  const say = useSay();
  const draft = useDraft(typedOf(resource));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const { looked, dialog } = useLooked(resource ? say("Change it anyway") : say("Add it anyway"));
  const values = { ...shown, quantity: typedAmount(shown.quantity) };
  const save = async (tenantId: string) => {
    if (resource) return looked((look) => changeInHouse(tenantId, { id: resource.id, to: { ...values, ...look } }));
    const added = await looked((look) => addToHouse(tenantId, { ...values, ...look }));
    if (added.ok) {
      closePanel();
      toast(say("{name} is added", { name: shown.name.trim() }));
    }
    return added;
  };
  const tick = (id: string) =>
    set({
      serviceIds: shown.serviceIds.includes(id)
        ? shown.serviceIds.filter((other) => other !== id)
        : [...shown.serviceIds, id],
    });
  return (
    <>
      <form onSubmit={onSubmit(save)} noValidate aria-label={say("Chair, room or machine")}>
        <fieldset disabled={disabled} className="grid gap-5">
          <Field
            name="name"
            label={say("Name")}
            help={say("A room that matters by its name is one of its own: Room 2.")}
            value={shown.name}
            onChange={(event) => set({ name: event.target.value })}
            error={errorOf("name", say("Name"))}
            maxLength={60}
            autoComplete="off"
            required
          />
          <Field
            name="quantity"
            label={say("How many there are")}
            help={say("Any of them will do, so they need no names.")}
            value={shown.quantity}
            onChange={(event) => set({ quantity: event.target.value })}
            error={errorOf("quantity", say("How many there are"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-28"
            required
          />
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-medium">{say("Services that need one")}</legend>
            {services.length === 0 ? <p className="text-quiet">{say("There are no services yet.")}</p> : null}
            {byCategory(services).map(({ category, services: among }) => (
              <div key={category} className="grid gap-0.5 pb-2">
                <span className="text-quiet">{category}</span>
                {among.map(({ id, name }) => (
                  <label key={id} className="flex min-h-9 items-center gap-3">
                    <input
                      type="checkbox"
                      checked={shown.serviceIds.includes(id)}
                      onChange={() => tick(id)}
                      className="size-4 accent-accent"
                    />
                    {name}
                  </label>
                ))}
              </div>
            ))}
          </fieldset>
          {disabled ? null : (
            <FormEnd
              problem={problem}
              saved={saved}
              busy={busy}
              touched={draft.touched}
              word={resource ? say("Save") : say("Add")}
              onForget={draft.forget}
            />
          )}
        </fieldset>
      </form>
      {dialog}
    </>
  );
}
