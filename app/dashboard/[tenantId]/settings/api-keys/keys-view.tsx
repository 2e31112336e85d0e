"use client";

import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { ApiKeyList } from "@/lib/auth/list-api-keys";
import { ListLoading } from "../../list-loading";
import { apiKeysKey } from "../settings-keys";
import { KeyLine } from "./key-line";
import { KeySecret } from "./key-secret";
import { MakeKeyForm } from "./make-key-form";

/** Who may act for the business without a person: what each key may, and since when it was not used. */
export function KeysView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ApiKeyList>(apiKeysKey(tenant.id), fetchJson);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState("");
  if (!data) return <ListLoading rows={4} />;
  return (
    <Section
      title={say("API keys")}
      about={say.rich(
        "A key lets a program, such as your own website, work with what it is given here. What there is to ask stands in <link>the API’s pages</link>.",
        {
          link: (chunks) => (
            <Link href="/docs/api" className="underline underline-offset-2">
              {chunks}
            </Link>
          ),
        },
      )}
    >
      {data.items.length > 0 ? (
        <ul aria-label={say("Keys")} className="grid gap-4">
          {data.items.map((item) => (
            <KeyLine key={item.id} item={item} timeZone={tenant.timeZone} />
          ))}
        </ul>
      ) : (
        <p className="text-quiet">{say("No program has been let in yet.")}</p>
      )}
      <Button className="justify-self-start" onClick={() => setMaking(true)}>
        {say("Make a key")}
      </Button>
      <MakeKeyForm
        open={making}
        onLeave={() => setMaking(false)}
        onMade={(made) => {
          setMaking(false);
          setSecret(made);
        }}
      />
      <KeySecret secret={secret} onLeave={() => setSecret("")} />
    </Section>
  );
}
