"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import type { MpesaSettings } from "@/lib/payments/get-mpesa-settings";
import { ListLoading } from "../../list-loading";
import { mpesaKey } from "../settings-keys";
import { dropKeys, letTell, putKeys, setNumber, takeSimulator, tryKeys } from "./actions";
import { type Doors, MpesaForms } from "./mpesa-forms";

const doors: Doors = { setNumber, putKeys, takeSimulator, dropKeys, tryKeys, letTell };

/** How this business is paid by M-Pesa. */
export function MpesaView() {
  const { tenant } = useShell();
  const act = useAct("settings");
  const { data } = useSWR<MpesaSettings>(mpesaKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  return (
    <MpesaForms
      settings={data}
      doors={doors}
      act={act}
      setsKeys={tenant.may.includes("payments.keys")}
      timeZone={tenant.timeZone}
    />
  );
}
