"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { PhotoForm } from "@/app/_components/forms/photo-form";
import { logoWords } from "@/app/_components/forms/photo-words";
import { readablePicture } from "@/app/_components/forms/readable-picture";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { useSay } from "@/app/_words/use-say";
import type { Logo } from "@/lib/gallery/logo";
import { mostPictureBytes } from "@/lib/gallery/rules";
import { logoKey } from "../settings-keys";

/** As it is: the server makes it small, and keeps what is see-through. */
const asItIs = async (file: File): Promise<Blob> =>
  file.size <= mostPictureBytes ? file : readablePicture(file, mostPictureBytes);

const look = "rounded-panel object-contain";

/** The sign that stands before the house's name on its public pages. */
export function LogoSection() {
  const say = useSay();
  const { tenant } = useShell();
  const key = logoKey(tenant.id);
  const { data, mutate } = useSWR<Logo>(key, fetchJson);
  if (!data) return null;
  const shownAt = `/api/public/${tenant.slug}/logo`;
  return (
    <Section
      title={say("Logo")}
      about={say("Stands before your name on the booking page, on bookings and in the portal.")}
    >
      {tenant.may.includes("gallery.manage") ? (
        <PhotoForm
          name={tenant.name}
          version={data.logo}
          address={key}
          shownAt={shownAt}
          words={logoWords(say)}
          ready={asItIs}
          look={look}
          onChanged={() => mutate()}
        />
      ) : (
        <Avatar
          name={tenant.name}
          photo={data.logo && `${shownAt}?v=${data.logo}`}
          className={`size-16 text-lg ${look}`}
        />
      )}
      <p className="text-quiet">{say("A square one is seen best. Without one, your initials stand there.")}</p>
    </Section>
  );
}
