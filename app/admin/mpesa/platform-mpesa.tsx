"use client";

import { type Doors, MpesaForms } from "@/app/dashboard/[tenantId]/settings/mpesa/mpesa-forms";
import type { MpesaSettings } from "@/lib/payments/get-mpesa-settings";
import { useAdminAct } from "../use-admin-act";
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
  return <MpesaForms settings={settings} doors={doors} act={useAdminAct()} setsKeys timeZone="Africa/Nairobi" />;
}
