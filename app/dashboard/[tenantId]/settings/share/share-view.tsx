"use client";

import { FileDown, MessageCircle } from "lucide-react";
import { useState } from "react";
import { apiBase } from "@/app/_components/data/keys";
import { useAct } from "@/app/_components/data/use-act";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { posterWords, shareWords } from "@/lib/gallery/poster-words";
import type { Language } from "@/lib/platform/format";
import { isPrintable } from "@/lib/platform/pdf-letters";
import type { BusinessSettings } from "@/lib/tenancy/get-business";
import { say as saySetup } from "../actions";
import { useBusiness } from "../business/use-business";
import { Poster } from "./poster";

type Props = { link: string; picture: { size: number; path: string } };

/** The booking link on every way to customers. */
export function ShareView(props: Props) {
  const house = useBusiness();
  return house ? <Ways house={house} {...props} /> : null;
}

/** Each in its own. */
const languages = [
  ["en", "English"],
  ["sw", "Kiswahili"],
] as const;

function Ways({ house, link, picture }: Props & { house: BusinessSettings }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("setup");
  const [language, setLanguage] = useState<Language>(house.language);
  const text = shareWords[language](house.name, link);
  const sheet = (size: string) => `${apiBase(tenant.id)}/settings/poster?size=${size}&language=${language}`;
  // Having been here with a hand on it is what there is to the step; whether it went out nobody can see.
  const shared = () => {
    if (tenant.may.includes("settings.manage")) void act((tenantId) => saySetup(tenantId, { step: "shared" }));
  };
  return (
    <>
      <Section
        title={say("Booking link")}
        about={
          house.status === "active"
            ? say("Works now, for everybody.")
            : say("Works for everybody once you are approved.")
        }
      >
        <div className="grid gap-4">
          <p className="font-medium wrap-anywhere">{link}</p>
          <SelectField
            name="language"
            label={say("In which language")}
            value={language}
            onChange={(event) => setLanguage(event.target.value as Language)}
            choices={languages.map(([value, label]) => ({ value, label }))}
          />
          <p lang={language} className="border-l-2 border-line pl-3 text-quiet wrap-anywhere">
            {text}
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the buttons inside */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button that is pressed by keyboard clicks, too */}
          <div className="flex flex-wrap gap-2" onClick={shared}>
            <Button asChild kind="primary">
              <a href={`https://wa.me/?text=${encodeURIComponent(text)}`} target="_blank" rel="noreferrer">
                <MessageCircle aria-hidden />
                {say("Share on WhatsApp")}
              </a>
            </Button>
            <CopyButton text={link} label={say("Copy the link")} />
            <CopyButton text={text} label={say("Copy the words")} />
          </div>
        </div>
      </Section>
      <Section
        title={say("Poster")}
        about={say("By the door, at the mirror, on the counter: customers scan it and book.")}
      >
        <Poster house={house} link={link} picture={picture} words={posterWords[language]} />
        <div className="flex flex-wrap gap-2">
          {["a4", "a5"].map((size) => (
            <Button key={size} asChild>
              <a href={sheet(size)} target="_blank" rel="noreferrer" onClick={shared}>
                <FileDown aria-hidden />
                {say("{size} as PDF", { size: size.toUpperCase() })}
              </a>
            </Button>
          ))}
        </div>
        {isPrintable(house.name) ? null : (
          <p className="text-quiet">
            {say(
              "The PDF has no letters for a part of your name. Print this page from your browser instead: that gives the poster with all of them.",
            )}
          </p>
        )}
      </Section>
    </>
  );
}
