"use client";

import { useRouter } from "next/navigation";
import { PhotoForm } from "./photo-form";

type Props = { address: string; name: string; version: string | null };

/** What somebody looks like; theirs to change. */
export function OwnPhoto({ address, name, version }: Props) {
  const router = useRouter();
  return <PhotoForm name={name} version={version} address={address} onChanged={() => router.refresh()} />;
}
