"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Gallery } from "@/lib/gallery/list-pictures";
import { galleryKey } from "./gallery-keys";

export function useGallery(): Gallery | undefined {
  const { tenant } = useShell();
  return useSWR<Gallery>(galleryKey(tenant.id), fetchJson).data;
}
