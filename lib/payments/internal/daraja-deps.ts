import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { type DarajaDeps, darajaBaseUrl } from "../daraja/client";
import { sharedTokens } from "./shared-tokens";

/** Daraja as this process reaches it: Safaricom's own servers, or the simulator in their place. */
export const darajaDeps = (tenantId: string): DarajaDeps => ({
  fetch,
  now,
  tokens: sharedTokens(tenantId),
  baseUrl: darajaBaseUrl(env().DARAJA_BASE_URL),
  certificate: () => env().MPESA_CERTIFICATE,
});

/** Where Safaricom posts to. */
export const callbackUrl = (path: string): string => `${env().MPESA_CALLBACK_URL}${path}`;
