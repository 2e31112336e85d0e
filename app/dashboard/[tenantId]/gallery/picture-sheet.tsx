"use client";

import { SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { pictureWords } from "@/lib/gallery/rules";
import { closePanel } from "../members/panel-address";
import { pictureAddress } from "./gallery-keys";
import { PictureForm } from "./picture-form";
import { useGallery } from "./use-gallery";

/** The picture that the address names. */
export function PictureSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const gallery = useGallery();
  const asked = useSearchParams().get("picture");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const picture = gallery?.items.find((one) => one.id === id);
  const who = picture?.isPublic ? say("Everybody sees it") : say("Only the house sees it");
  return (
    <Sheet
      open={asked !== null}
      onClose={closePanel}
      title={picture ? picture.title || say("Picture") : say("Picture not found")}
      about={picture ? who : say("Nothing to show")}
    >
      {!gallery || !picture ? (
        <EmptyState
          icon={SearchX}
          title={say("This picture is not here")}
          why={say("It was put away, or the link is wrong.")}
        />
      ) : (
        <div className="grid gap-5">
          {/* biome-ignore lint/performance/noImgElement: it is the right size already, and behind a session */}
          <img
            src={pictureAddress(tenant.id, picture.id, "large")}
            alt={pictureWords(picture, say.language) || say("A picture of your work")}
            width={picture.width}
            height={picture.height}
            className="max-h-96 w-full rounded-panel bg-wash object-contain"
          />
          {tenant.may.includes("gallery.manage") ? (
            <PictureForm key={picture.id} picture={picture} gallery={gallery} />
          ) : (
            <p>{pictureWords(picture, say.language) || <span className="text-quiet">{say("No title yet")}</span>}</p>
          )}
        </div>
      )}
    </Sheet>
  );
}
