"use client";

import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import type { GalleryPicture } from "@/lib/gallery/list-pictures";
import { pictureWords } from "@/lib/gallery/rules";
import { useOrder } from "../use-order";
import { arrange } from "./actions";
import { PictureCard } from "./picture-card";

function reorder(all: readonly GalleryPicture[], id: string, to: number): GalleryPicture[] {
  const others = all.filter((picture) => picture.id !== id);
  return others.toSpliced(to, 0, ...all.filter((picture) => picture.id === id));
}

/** Moved by dragging, or by two buttons each. */
export function PictureGrid({ items, manages }: { items: readonly GalleryPicture[]; manages: boolean }) {
  const say = useSay();
  const { ordered, move } = useOrder(items, { area: "gallery", reorder, save: arrange });
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const tellingly = (picture: GalleryPicture, to: number) => {
    const next = move(picture.id, to);
    setTold(
      say("{picture} is {place} of {count}.", {
        picture: pictureWords(picture, say.language) || say("The picture"),
        place: next.indexOf(picture) + 1,
        count: next.length,
      }),
    );
  };
  return (
    <>
      <ul
        aria-label={say("Pictures")}
        className="grid grid-cols-2 gap-x-3 gap-y-5 px-4 pt-4 sm:grid-cols-3 md:px-6 lg:grid-cols-4 xl:pl-8 2xl:grid-cols-5"
      >
        {ordered.map((picture, at) => (
          <PictureCard
            key={picture.id}
            picture={picture}
            manages={manages}
            isFirst={at === 0}
            isLast={at === ordered.length - 1}
            isDragged={dragged === picture.id}
            onMove={(by) => tellingly(picture, at + by)}
            onDrag={setDragged}
            onDrop={() => {
              const one = ordered.find(({ id }) => id === dragged);
              if (one) tellingly(one, at);
              setDragged(null);
            }}
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
