"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useDraft } from "@/app/_components/data/use-draft";
import { wayBack } from "@/app/_components/data/way-back";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import type { Gallery, GalleryPicture } from "@/lib/gallery/list-pictures";
import { mostTitle } from "@/lib/gallery/rules";
import { FormEnd } from "../form-end";
import { closePanel } from "../members/panel-address";
import { useSave } from "../use-save";
import { changeIt } from "./actions";

type Props = { picture: GalleryPicture; gallery: Gallery };

const named = (all: Gallery["staff"], none: string) => [
  { value: "", label: none },
  ...all.map(({ id, name }) => ({ value: id, label: name })),
];

/** What is said of a picture, and putting it away. */
export function PictureForm({ picture, gallery }: Props) {
  const say = useSay();
  const draft = useDraft({
    title: picture.title,
    staffId: picture.staffId ?? "",
    serviceId: picture.serviceId ?? "",
    isPublic: picture.isPublic,
  });
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("gallery", draft);
  const to = { ...shown, staffId: shown.staffId || null, serviceId: shown.serviceId || null };
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) => changeIt(tenantId, { id: picture.id, to }))}
        noValidate
        aria-label={say("Picture")}
        className="grid gap-5"
      >
        <Field
          name="title"
          label={say("Title")}
          value={shown.title}
          onChange={(event) => set({ title: event.target.value })}
          error={errorOf("title", say("The title"))}
          help={say("Like “Knotless braids, waist length”. It is read to those who do not see the picture.")}
          autoComplete="off"
          maxLength={mostTitle}
        />
        <SelectField
          name="staffId"
          label={say("Whose work")}
          value={shown.staffId}
          onChange={(event) => set({ staffId: event.target.value })}
          choices={named(gallery.staff, say("Nobody in particular"))}
          error={errorOf("staffId", say("The person"))}
        />
        <SelectField
          name="serviceId"
          label={say("Which service")}
          value={shown.serviceId}
          onChange={(event) => set({ serviceId: event.target.value })}
          choices={named(gallery.services, say("None in particular"))}
          error={errorOf("serviceId", say("The service"))}
          help={say("Whoever likes it can book it from there.")}
        />
        <label htmlFor="isPublic" className="flex items-center justify-between gap-4">
          <span className="grid">
            <span className="font-medium">{say("Show it to everybody")}</span>
            <span className="text-quiet">{say("Ask whoever is to be seen on it first.")}</span>
          </span>
          <Switch id="isPublic" checked={shown.isPublic} onCheckedChange={(isPublic) => set({ isPublic })} />
        </label>
        <FormEnd {...{ problem, saved, busy }} touched={draft.touched} word={say("Save")} onForget={draft.forget} />
      </form>
      <PutAway id={picture.id} />
    </>
  );
}

/** Shown to nobody from then on; a mistake is taken back from the toast, or later from below the pictures. */
function PutAway({ id }: { id: string }) {
  const say = useSay();
  const act = useAct("gallery");
  const putAway = async (archived: boolean): Promise<void> => {
    const answer = await act((tenantId) => changeIt(tenantId, { id, to: { archived } }));
    if (!answer.ok) {
      toast.error(answer.problem);
      return;
    }
    if (!archived) {
      toast(say("The picture is back"));
      return;
    }
    closePanel();
    toast(
      say("The picture is put away"),
      wayBack(say, () => putAway(false)),
    );
  };
  return (
    <section aria-label={say("Put away")} className="grid justify-items-start gap-2 border-t pt-5">
      <p className="text-quiet">{say("Put away, nobody sees it any more. You can put it back.")}</p>
      <Button onClick={() => void putAway(true)}>{say("Put away")}</Button>
    </section>
  );
}
