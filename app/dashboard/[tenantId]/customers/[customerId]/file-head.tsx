"use client";

import { MessageCircle, Phone } from "lucide-react";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { Allergies } from "@/app/_components/customers/allergies";
import { PhotoForm } from "@/app/_components/forms/photo-form";
import { photoWords } from "@/app/_components/forms/photo-words";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { NoteForm } from "../../bookings/note-form";
import { customerKey, customerPhoto } from "../customer-keys";
import { StatusWord } from "../status-word";
import { Tags } from "../tags";

/** Who it is: what must not come near them stands before everything else. */
export function FileHead({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const [writing, setWriting] = useState(false);
  const { id, name, phone, email, status, tags, allergies, notes, photo, archivedAt } = file;
  const address = customerPhoto(tenant.id, id);
  const again = () => mutate(customerKey(tenant.id, id));
  const leave = () => {
    setWriting(false);
    void again();
  };
  return (
    <section aria-label={name} className="grid gap-4">
      {archivedAt ? (
        <p role="status" className="rounded-control border px-3 py-2 text-quiet">
          {say("They were put away: they are in no list until they book again or you bring them back.")}
        </p>
      ) : null}
      {writing ? <NoteForm customer={file} onLeave={leave} /> : <Allergies>{allergies ?? ""}</Allergies>}
      {tenant.may.includes("customers.manage") ? (
        <PhotoForm name={name} version={photo} address={address} words={photoWords(say, name)} onChanged={again} />
      ) : (
        <Avatar name={name} photo={photo && `${address}?v=${photo}`} className="size-16 text-lg" />
      )}
      {status !== "active" || tags.length > 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <StatusWord status={status} />
          <Tags tags={tags} />
        </div>
      ) : null}
      {status === "blocked" && tenant.may.includes("customers.manage") ? (
        <p className="text-quiet">{say("They cannot book online and are asked to call. You can book for them.")}</p>
      ) : null}
      {phone || email ? (
        <div className="flex flex-wrap items-center gap-2">
          {phone ? (
            <>
              <Button asChild size="large">
                <a href={`tel:${phone}`}>
                  <Phone aria-hidden />
                  <span className="tabular-nums">{phone}</span>
                </a>
              </Button>
              <Button asChild size="large">
                <a href={`https://wa.me/${phone.slice(1)}`} target="_blank" rel="noreferrer">
                  <MessageCircle aria-hidden />
                  {say("WhatsApp")}
                </a>
              </Button>
            </>
          ) : null}
          {email ? (
            <a href={`mailto:${email}`} className="break-all underline decoration-edge underline-offset-4">
              {email}
            </a>
          ) : null}
        </div>
      ) : null}
      {writing ? null : (
        <>
          {notes ? <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{notes}</p> : null}
          {tenant.may.includes("customers.note") ? (
            <Button className="justify-self-start" onClick={() => setWriting(true)}>
              {allergies || notes ? say("Edit allergies and notes") : say("Add allergies or notes")}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
