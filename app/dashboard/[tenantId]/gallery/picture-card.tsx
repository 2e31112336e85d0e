"use client";

import { ArrowLeft, ArrowRight, EyeOff } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import type { GalleryPicture } from "@/lib/gallery/list-pictures";
import { aboutPicture, pictureWords } from "@/lib/gallery/rules";
import { openPanel } from "../members/panel-address";
import { pictureAddress } from "./gallery-keys";

type Props = {
  picture: GalleryPicture;
  manages: boolean;
  isFirst: boolean;
  isLast: boolean;
  isDragged: boolean;
  onMove(by: 1 | -1): void;
  onDrag(id: string | null): void;
  onDrop(): void;
};

/** One picture: opens its panel. */
export function PictureCard({ picture, manages, isFirst, isLast, isDragged, onMove, onDrag, onDrop }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const address = `?picture=${picture.id}`;
  const words = pictureWords(picture, say.language);
  const move = (by: 1 | -1, button: HTMLElement) => {
    onMove(by);
    // What is put elsewhere loses the focus on its way.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <li
      data-picture={picture.id}
      draggable={manages}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", words);
        onDrag(picture.id);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => manages && event.preventDefault()}
      onDrop={onDrop}
      className={cn("grid content-start gap-1.5", manages && "md:cursor-grab", isDragged && "opacity-50")}
    >
      <a
        href={address}
        draggable={false}
        aria-label={words ? undefined : say("A picture without a title")}
        onClick={(event) => openPanel(event, address)}
        className="grid gap-1.5 rounded-panel"
      >
        {/* biome-ignore lint/performance/noImgElement: it is small already, and behind a session */}
        <img
          src={pictureAddress(tenant.id, picture.id, "small")}
          alt=""
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
          draggable={false}
          className="aspect-square w-full rounded-panel bg-wash object-cover"
        />
        <span className="grid">
          <span className="truncate font-medium">
            {picture.title || <span className="font-normal text-quiet">{say("No title yet")}</span>}
          </span>
          <span className="truncate text-quiet">{aboutPicture(picture, say.language).join(" · ")}</span>
        </span>
      </a>
      <span className="flex min-h-8 items-center gap-1 text-quiet">
        {picture.isPublic ? null : (
          <span className="flex items-center gap-1.5 whitespace-nowrap">
            <EyeOff aria-hidden className="size-4" />
            {say("House only")}
          </span>
        )}
        {manages ? (
          <span className="ml-auto flex shrink-0">
            <Button
              kind="bare"
              size="icon"
              aria-label={say("Move {picture} forward", { picture: words || say("the picture") })}
              aria-disabled={isFirst}
              onClick={(event) => isFirst || move(-1, event.currentTarget)}
            >
              <ArrowLeft aria-hidden />
            </Button>
            <Button
              kind="bare"
              size="icon"
              aria-label={say("Move {picture} back", { picture: words || say("the picture") })}
              aria-disabled={isLast}
              onClick={(event) => isLast || move(1, event.currentTarget)}
            >
              <ArrowRight aria-hidden />
            </Button>
          </span>
        ) : null}
      </span>
    </li>
  );
}
