import { z } from "zod";
import { singleton } from "./singleton";

const flag = (fallback: "on" | "off") => z.enum(["on", "off"]).default(fallback);
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" });
const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);

/** Faults that tests switch on: each proves that what remains is enough. Refused outside test mode. */
const faults = [
  "no-poll",
  "drop-rings",
  "no-near-rings",
  "no-locks",
  "no-reactor",
  "no-middleware",
  "worker-dies",
  "hashes-full",
] as const;
export type Fault = (typeof faults)[number];

const shape = z.object({
  APP_MODE: z.enum(["demo", "dev", "test", "live"]).default("live"),
  APP_URL: z.url({ protocol: /^https?$/ }),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AUTH_SECRET_OLD: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEY_OLD: z.string().min(32, "must have at least 32 characters").optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_PLATFORM_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  EMBEDDED: z.enum(["0", "1"]).default("0"),
  RUNTIME: z.enum(["node", "serverless"]).optional(),
  WORKER: flag("on"),
  STREAM_DOOR: flag("on"),
  STREAM_MAX_SECONDS: count(240),
  STREAMS_PER_TENANT: count(2_000),
  STREAMS_PER_USER: count(50),
  STREAMS_PER_ADDRESS: count(1_000),
  PAGE_STREAMS_PER_TENANT: count(1_000),
  PAGE_STREAMS_PER_ADDRESS: count(200),
  EVENT_RETENTION_DAYS: count(30),
  POOL_SIZE: count(10),
  TRUSTED_HOPS: z.coerce.number().int().min(0).optional(),
  AUTO_APPROVE: z.enum(["0", "1"]).default("0"),
  BOOKINGS_PER_MINUTE: z.coerce.number().int().positive().optional(),
  LOOKS_PER_MINUTE: count(600),
  OPEN_BOOKINGS_PER_PHONE: count(5),
  HOLDS_PER_ADDRESS: count(2),
  HOLDS_PER_PERSON: count(3),
  HOLDS_PER_TENANT: count(12),
  SIGN_INS_PER_ADDRESS: count(60),
  SMS_COUNTRIES: z
    .string()
    .default("+254")
    .transform((list) => list.split(",").map((prefix) => prefix.trim()))
    .pipe(z.array(z.string().regex(/^\+[1-9]\d{0,6}$/, "is a list of prefixes, such as +254,+255"))),
  SMS_PER_PHONE: count(10),
  SMS_PER_PREFIX: count(30),
  SMS_PER_TENANT: count(500),
  SMS_PER_DAY: count(2_000),
  PUSH_HOSTS: z
    .string()
    .default("fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,notify.windows.com")
    .transform((list) => list.split(",").map((host) => host.trim()))
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, "is a list of hosts, such as fcm.googleapis.com"))),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }).optional(),
  MAIL_FROM: z.email("is the address that letters come from, such as desk@example.com").optional(),
  AFRICASTALKING_USERNAME: z.string().optional(),
  AFRICASTALKING_API_KEY: z.string().optional(),
  AFRICASTALKING_SENDER_ID: z.string().max(11, "has at most 11 characters").optional(),
  AFRICASTALKING_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DARAJA_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MPESA_CALLBACK_URL: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, "is an https address in lower case, without a path")
    .optional(),
  FILES_DIR: z.string().default(".data-live/files"),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CRON_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  TEST_FAULTS: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.enum(faults))),
  /** Safaricom's certificate (PEM), for reversals; line breaks may be written as \\n. */
  MPESA_CERTIFICATE: z
    .string()
    .transform((pem) => pem.replaceAll("\\n", "\n"))
    .optional(),
  /** Whom callbacks are believed from at once, where Safaricom has changed its addresses. */
  MPESA_ADDRESSES: z
    .string()
    .transform((list) => list.split(",").map((address) => address.trim()))
    .optional(),
  DEMO_PASSWORD: z.string().default("demo-clientpulse"),
});

export const envNames = Object.keys(shape.shape);

/** A word that everybody writes first, or the same few letters over and over. */
const isWeak = (secret: string | undefined): boolean =>
  secret !== undefined &&
  (/^(changeme|change_me|secret|password|development|test|example)/i.test(secret) || new Set(secret).size < 10);

export type Env = Omit<
  z.output<typeof shape>,
  "RUNTIME" | "DATABASE_DIRECT_URL" | "TRUSTED_HOPS" | "BOOKINGS_PER_MINUTE" | "MPESA_CALLBACK_URL"
> & {
  RUNTIME: "node" | "serverless";
  DATABASE_DIRECT_URL: string;
  TRUSTED_HOPS: number;
  BOOKINGS_PER_MINUTE: number;
  MPESA_CALLBACK_URL: string;
};

/** Reads the environment, or throws one error that lists every fault. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(envNames.map((name) => [name, blankIsUnset(source[name])]));
  const parsed = shape.safeParse(given);
  const problems = parsed.success
    ? rulesBroken(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${wording(issue, given)}`);
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The environment is not usable:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  return {
    ...parsed.data,
    RUNTIME: parsed.data.RUNTIME ?? (source.VERCEL ? "serverless" : "node"),
    DATABASE_DIRECT_URL: parsed.data.DATABASE_DIRECT_URL ?? parsed.data.DATABASE_URL,
    // A demo is shown to a room full of people behind one address.
    BOOKINGS_PER_MINUTE: parsed.data.BOOKINGS_PER_MINUTE ?? (parsed.data.APP_MODE === "demo" ? 600 : 10),
    MPESA_CALLBACK_URL: parsed.data.MPESA_CALLBACK_URL ?? parsed.data.APP_URL,
    // Vercel's own proxy writes the caller's address, and nothing reaches a function past it.
    TRUSTED_HOPS: parsed.data.TRUSTED_HOPS ?? (source.VERCEL ? 1 : 0),
  };
}

function wording(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? "is required (see .env.example)" : issue.message;
}

function rulesBroken(env: z.output<typeof shape>): string[] {
  const broken: string[] = [];
  if (env.APP_MODE === "live") {
    for (const name of ["AUTH_SECRET", "AUTH_SECRET_OLD", "ENCRYPTION_KEY", "ENCRYPTION_KEY_OLD"] as const)
      if (isWeak(env[name])) broken.push(`${name}: looks like a default; make one with \`openssl rand -base64 32\``);
    if (env.DARAJA_BASE_URL) broken.push("DARAJA_BASE_URL: only where no money is real");
    if (env.AFRICASTALKING_BASE_URL?.startsWith("http:")) broken.push("AFRICASTALKING_BASE_URL: is an https address");
    if (!env.ENCRYPTION_KEY) broken.push("ENCRYPTION_KEY: is required (see .env.example)");
  }
  if (env.TEST_FAULTS.length > 0 && env.APP_MODE !== "test") broken.push("TEST_FAULTS: only in APP_MODE=test");
  if (env.SMTP_URL && !env.MAIL_FROM) broken.push("MAIL_FROM: is required where letters leave by SMTP_URL");
  if (env.AFRICASTALKING_API_KEY && !env.AFRICASTALKING_USERNAME)
    broken.push("AFRICASTALKING_USERNAME: is required beside the API key");
  for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const)
    if (env.S3_BUCKET && !env[name]) broken.push(`${name}: is required beside S3_BUCKET`);
  const runsJobs = env.WORKER === "on" || env.RUNTIME === "serverless";
  if (runsJobs && !env.DATABASE_PLATFORM_URL) {
    broken.push("DATABASE_PLATFORM_URL: is required where jobs run (only a node server with WORKER=off needs none)");
  }
  return broken;
}

/** The process's environment, parsed once. */
export const env = (): Env => singleton("env", () => parseEnv(process.env));

export const hasFault = (fault: Fault): boolean => env().TEST_FAULTS.includes(fault);
