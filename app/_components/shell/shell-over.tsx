"use client";

import { type ComponentType, useEffect, useState } from "react";
import { toast } from "sonner";
import { useSay } from "@/app/_words/use-say";
import { useKeys } from "./keys/use-keys";
import { hearOver, type Over } from "./open-over";

type Loaded = Record<Over, ComponentType<{ onClose(): void }>>;

/** What lies over any page is loaded when it is first asked for: no page is slower for it. */
const load: { [O in Over]: () => Promise<Loaded[O]> } = {
  palette: () => import("./palette/palette").then(({ Palette }) => Palette),
  keys: () => import("./keys/keys-dialog").then(({ KeysDialog }) => KeysDialog),
};

export function ShellOver() {
  const say = useSay();
  const [over, setOver] = useState<Over | null>(null);
  const [loaded, setLoaded] = useState<Partial<Loaded>>({});
  useKeys();
  useEffect(
    () =>
      hearOver((asked) => {
        load[asked]().then(
          (part) => {
            setLoaded((others) => ({ ...others, [asked]: part }));
            setOver(asked);
          },
          () =>
            toast(say("That could not be loaded"), {
              description: say("The server does not answer. Try again in a moment."),
            }),
        );
      }),
    [say],
  );
  const Part = over && loaded[over];
  return Part ? <Part onClose={() => setOver(null)} /> : null;
}
