import type { SimAccount } from "./accounts";
import type { World } from "./world";

/** What goes back over the wire, or what goes wrong with it. */
export type Reply = { status: number; body: unknown; html?: true } | "hang" | "reset";

export type Question = { world: World; account: SimAccount; body: Record<string, unknown> };

export const error = (world: World, status: number, errorCode: string, errorMessage: string): Reply => ({
  status,
  body: {
    requestId: `${world.random.hex(4)}-${world.random.hex(4)}-${world.random.hex(4)}-${world.random.hex(20)}`,
    errorCode,
    errorMessage,
  },
});

export const badField = (world: World, field: string): Reply =>
  error(world, 400, "400.002.02", `Bad Request - Invalid ${field}`);

export const tooMany: Reply = {
  status: 429,
  body: {
    fault: {
      faultstring:
        "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=60000000}",
      detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" },
    },
  },
};

export const gatewayPage: Reply = {
  status: 503,
  html: true,
  body: "<html><head><title>503 Service Temporarily Unavailable</title></head><body>nginx</body></html>",
};

/** The first field that is not as it has to be. */
export function firstBad(
  body: Record<string, unknown>,
  rules: readonly (readonly [field: string, fits: (value: string) => boolean])[],
): string | null {
  const bad = rules.find(([field, fits]) => {
    const value = body[field];
    return !(typeof value === "string" || typeof value === "number") || !fits(String(value));
  });
  return bad?.[0] ?? null;
}

export const isShortcode = (value: string): boolean => /^\d{5,7}$/.test(value);
export const isAmount = (value: string): boolean =>
  /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= 250_000;
export const isPhone = (value: string): boolean => /^254[17]\d{8}$/.test(value);

/** https and a public name in lower case; whether it resolves is not asked. */
export const isCallbackUrl = (value: string): boolean =>
  /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/\S*)?$/.test(value) && !/^https:\/\/(localhost|127\.)/.test(value);
