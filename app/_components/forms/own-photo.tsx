"use client";

import { useRouter } from "next/navigation";
import { PhotoForm, type PhotoWords } from "./photo-form";

/** `refused`: in place of what the server tells, which is English; empty where that is read. */
export type OwnPhotoWords = Omit<PhotoWords, "told"> & { refused: string };
type Props = { address: string; name: string; version: string | null; words: OwnPhotoWords };

/** What somebody looks like; theirs to change. */
export function OwnPhoto({ address, name, version, words }: Props) {
  const router = useRouter();
  const told = (problem: string) => words.refused || problem;
  return (
    <PhotoForm
      name={name}
      version={version}
      address={address}
      words={{ ...words, told }}
      onChanged={() => router.refresh()}
    />
  );
}
