import { constants, publicEncrypt } from "node:crypto";

/** Proves the passkey for one moment; the timestamp goes beside it in the same words. */
export const stkPassword = (shortcode: string, passkey: string, timestamp: string): string =>
  Buffer.from(`${shortcode}${passkey}${timestamp}`).toString("base64");

/** The initiator's password, readable only by who owns the certificate. Safaricom refuses the newer OAEP padding. */
export const securityCredential = (password: string, certificatePem: string): string =>
  publicEncrypt({ key: certificatePem, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password)).toString(
    "base64",
  );
