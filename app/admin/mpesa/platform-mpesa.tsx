"use client";

import { useRouter } from "next/navigation";
import { useProof } from "@/app/_components/auth/proof";
import { type Act, unreachable } from "@/app/_components/data/use-act";
import { type Doors, MpesaForms } from "@/app/dashboard/[tenantId]/settings/mpesa/mpesa-forms";
import type { MpesaSettings } from "@/lib/payments/get-mpesa-settings";
import {
  dropPlatformKeys,
  letTellPlatform,
  putPlatformKeys,
  setPlatformNumber,
  takePlatformSimulator,
  tryPlatformKeys,
} from "./actions";

const doors: Doors = {
  setNumber: (_, given) => setPlatformNumber(given),
  putKeys: (_, given) => putPlatformKeys(given),
  takeSimulator: (_, given) => takePlatformSimulator(given),
  dropKeys: (_, given) => dropPlatformKeys(given),
  tryKeys: (_, given) => tryPlatformKeys(given),
  letTell: (_, given) => letTellPlatform(given),
};

/** The same forms as a business has, for the platform's own account. */
export function PlatformMpesa({ settings }: { settings: MpesaSettings }) {
  const router = useRouter();
  const proving = useProof();
  const act: Act = async (work) => {
    try {
      const answer = await proving(() => work("platform"));
      router.refresh();
      return answer;
    } catch {
      return { ok: false, problem: unreachable };
    }
  };
  return <MpesaForms settings={settings} doors={doors} act={act} setsKeys timeZone="Africa/Nairobi" />;
}
