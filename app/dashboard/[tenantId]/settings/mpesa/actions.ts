"use server";

import { z } from "zod";
import { done, memberAction, memberErrand } from "@/app/_server/action";
import { haveItTold, keepKeys, keepNumber, keepSimulated, tryKept } from "@/app/_server/mpesa-settings";
import { always } from "@/app/_server/proof";
import { mpesaKeysInput, mpesaNumberInput, simulatorInput } from "@/lib/payments/input";
import { removeKeys } from "@/lib/payments/remove-keys";

const nothing = z.object({});

/** Where customers send their money is no passer-by's to change. */
export const setNumber = memberErrand(
  "payments.manage",
  mpesaNumberInput,
  (tenantId, { actor }, input) => keepNumber(tenantId, actor, input),
  always,
);

export const putKeys = memberErrand(
  "payments.keys",
  mpesaKeysInput,
  (tenantId, { actor }, input) => keepKeys(tenantId, actor, input),
  always,
);

export const takeSimulator = memberErrand(
  "payments.keys",
  simulatorInput,
  (tenantId, { actor }, input) => keepSimulated(tenantId, actor, input),
  always,
);

export const dropKeys = memberAction("payments.keys", nothing, async (scope) => done(await removeKeys(scope)), always);

export const tryKeys = memberErrand("payments.manage", nothing, (tenantId, { actor }) => tryKept(tenantId, actor));

export const letTell = memberErrand("payments.manage", nothing, (tenantId, { actor }) => haveItTold(tenantId, actor));
