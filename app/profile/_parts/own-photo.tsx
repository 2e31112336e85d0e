"use client";

import { useRouter } from "next/navigation";
import { PhotoForm } from "@/app/_components/forms/photo-form";

export function OwnPhoto({ name, version }: { name: string; version: string | null }) {
  const router = useRouter();
  return (
    <PhotoForm
      name={name}
      version={version}
      address="/api/auth/profile/photo"
      whose="Your"
      onChanged={() => router.refresh()}
    />
  );
}
