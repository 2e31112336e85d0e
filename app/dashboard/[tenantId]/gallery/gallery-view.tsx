"use client";

import { ImagePlus, Images } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useSWRConfig } from "swr";
import { useHydrated } from "@/app/_components/forms/use-hydrated";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Switch } from "@/app/_components/ui/switch";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { pictureTypes } from "@/lib/gallery/rules";
import { ListLoading } from "../list-loading";
import { ArchivedList } from "./archived-list";
import { galleryKey } from "./gallery-keys";
import { PictureGrid } from "./picture-grid";
import { UploadList } from "./upload-list";
import { useGallery } from "./use-gallery";
import { useUploads } from "./use-uploads";

const nothing = phrase(
  "Pictures of your work sell it: customers see them on your booking page, next to what they can book.",
);

/** What the house shows of its work, in its order. */
export function GalleryView() {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const gallery = useGallery();
  const key = galleryKey(tenant.id);
  const { uploads, add, again, forget } = useUploads(() => void mutate(key));
  const manages = tenant.may.includes("gallery.manage");
  const [forEverybody, setForEverybody] = useState(true);
  const picker = <Picker onPicked={(files) => add(files, `${key}?public=${forEverybody ? 1 : 0}`)} />;
  return (
    <>
      <PageHeader
        title={say("Gallery")}
        about={say("Your work, as customers see it")}
        action={manages ? picker : null}
      />
      <PageBody className="pb-8">
        {manages ? (
          <label
            htmlFor="for-everybody"
            className="flex min-h-12 items-center justify-between gap-4 border-b px-4 py-2 md:justify-start md:px-6 xl:pl-8"
          >
            {say("Show new pictures to everybody at once")}
            <Switch id="for-everybody" checked={forEverybody} onCheckedChange={setForEverybody} />
          </label>
        ) : null}
        <UploadList uploads={uploads} onAgain={again} onForget={forget} />
        {!gallery ? (
          <ListLoading rows={6} />
        ) : gallery.items.length === 0 ? (
          <div className="px-4 md:px-6 xl:pl-8">
            <EmptyState
              icon={Images}
              title={say("No pictures yet")}
              why={manages ? say(nothing) : say("Whoever manages the business can add pictures of your work here.")}
            />
          </div>
        ) : (
          <PictureGrid items={gallery.items} manages={manages} />
        )}
        {gallery && manages ? <ArchivedList archived={gallery.archived} /> : null}
      </PageBody>
    </>
  );
}

/** Several at once; a phone offers its camera as well. */
function Picker({ onPicked }: { onPicked(files: File[]): void }) {
  const say = useSay();
  const hydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    // The same files again are a choice, too.
    currentTarget.value = "";
    if (files.length > 0) onPicked(files);
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        aria-label={say("Pictures")}
        accept={pictureTypes}
        multiple
        onChange={choose}
        className="hidden"
      />
      <Button kind="primary" disabled={!hydrated} onClick={() => field.current?.click()}>
        <ImagePlus aria-hidden />
        {say.rich("Add<more>pictures</more>", {
          more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
        })}
      </Button>
    </>
  );
}
