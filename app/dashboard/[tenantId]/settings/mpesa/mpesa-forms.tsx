"use client";

import type { Act } from "@/app/_components/data/use-act";
import type { ActionAnswer } from "@/app/_server/action";
import type { MpesaSettings } from "@/lib/payments/get-mpesa-settings";
import type { Tested } from "@/lib/payments/test-connection";
import { ConnectionSection } from "./connection-section";
import { KeysForm } from "./keys-form";
import { NumberForm } from "./number-form";
import { TellSection } from "./tell-section";

type Door<T = unknown> = (tenantId: string, given?: unknown) => Promise<ActionAnswer<T>>;
export type Doors = Record<"setNumber" | "putKeys" | "takeSimulator" | "dropKeys", Door> & {
  tryKeys: Door<Tested>;
  letTell: Door<string>;
};

export type MpesaProps = {
  settings: MpesaSettings;
  doors: Doors;
  act: Act;
  /** Whoever may not give keys reads whether there are any. */
  setsKeys: boolean;
  timeZone: string;
};

/** The number, the keys, whether they work, and what M-Pesa tells us. The same for a business and for the platform. */
export const MpesaForms = (props: MpesaProps) => (
  <>
    <NumberForm {...props} />
    <KeysForm {...props} />
    {props.settings.keys ? (
      <>
        <ConnectionSection {...props} />
        <TellSection {...props} />
      </>
    ) : null}
  </>
);
