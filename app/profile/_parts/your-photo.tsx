"use client";

import { useRouter } from "next/navigation";
import { PhotoForm } from "@/app/_components/forms/photo-form";
import { photoWords } from "@/app/_components/forms/photo-words";
import { useSay } from "@/app/_words/use-say";

/** What you look like to the people you work with. */
export function YourPhoto({ name, version }: { name: string; version: string | null }) {
  const say = useSay();
  const router = useRouter();
  return (
    <PhotoForm
      name={name}
      version={version}
      address="/api/auth/profile/photo"
      words={photoWords(say, null)}
      onChanged={() => router.refresh()}
    />
  );
}
