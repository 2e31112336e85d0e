"use client";

import Image from "next/image";
import { useState } from "react";
import { cn } from "./cn";
import { initials } from "./initials";

/** `photo` is where it is; null for none. */
type Props = { name: string; photo: string | null; className?: string };

/** Somebody's photo, or their initials. Whose it is stands beside it. */
export function Avatar({ name, photo, className }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const look = cn("size-8 shrink-0 rounded-full", className);
  if (!photo || photo === broken)
    return (
      <span aria-hidden className={cn("grid place-content-center bg-wash text-xs font-semibold text-quiet", look)}>
        {initials(name)}
      </span>
    );
  return (
    <Image
      src={photo}
      alt=""
      width={64}
      height={64}
      onError={() => setBroken(photo)}
      className={cn("bg-wash object-cover", look)}
    />
  );
}
