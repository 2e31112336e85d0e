import pino, { type Logger } from "pino";
import { singleton } from "./singleton";

/** JSON lines on stdout. Never phone numbers, e-mail addresses or tokens. */
export const log = (): Logger =>
  singleton("log", () =>
    pino({
      level: process.env.LOG_LEVEL ?? "info",
      redact: ["phone", "email", "token", "*.phone", "*.email", "*.token"],
    }),
  );
