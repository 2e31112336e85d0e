import { createHmac } from "node:crypto";
import { testSecret } from "./server";

/** The link of a booking, as the server under test makes it. */
export const bookingToken = (id: string): string =>
  createHmac("sha256", testSecret).update(`booking ${id}`).digest().subarray(0, 16).toString("base64url");

/** The secret part of the address that the SMS network reports to. */
export const reportToken = (): string =>
  createHmac("sha256", testSecret).update("sms reports").digest().subarray(0, 16).toString("hex");
