"use server";

import { z } from "zod";
import { adminAction, done } from "@/app/_server/action";
import { haveItTold, keepKeys, keepNumber, keepSimulated, tryKept } from "@/app/_server/mpesa-settings";
import { always } from "@/app/_server/proof";
import { adminActor } from "@/app/_server/visitor";
import { mpesaKeysInput, mpesaNumberInput, simulatorInput } from "@/lib/payments/input";
import { removeKeys } from "@/lib/payments/remove-keys";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

const nothing = z.object({});

export const setPlatformNumber = adminAction(
  "platform.payments",
  mpesaNumberInput,
  async (visitor, input) => keepNumber(platformTenantId, await adminActor(visitor), input),
  always,
);

export const putPlatformKeys = adminAction(
  "platform.payments",
  mpesaKeysInput,
  async (visitor, input) => keepKeys(platformTenantId, await adminActor(visitor), input),
  always,
);

export const takePlatformSimulator = adminAction(
  "platform.payments",
  simulatorInput,
  async (visitor, input) => keepSimulated(platformTenantId, await adminActor(visitor), input),
  always,
);

export const dropPlatformKeys = adminAction(
  "platform.payments",
  nothing,
  async (visitor) => done(await withTenant(platformTenantId, await adminActor(visitor), removeKeys)),
  always,
);

export const tryPlatformKeys = adminAction("platform.payments", nothing, async (visitor) =>
  tryKept(platformTenantId, await adminActor(visitor)),
);

export const letTellPlatform = adminAction("platform.payments", nothing, async (visitor) =>
  haveItTold(platformTenantId, await adminActor(visitor)),
);
