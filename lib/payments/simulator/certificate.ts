import { constants, generateKeyPairSync, privateDecrypt } from "node:crypto";

let pair: { publicKey: string; privateKey: string } | undefined;

/** In place of Safaricom's certificate: a public key, and the reader of what was sealed with it. Made when first asked for. */
export function certificate() {
  const keys = () => {
    pair ??= generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    return pair;
  };
  return {
    pem: () => keys().publicKey,
    opened(sealed: string): string | null {
      try {
        const key = keys().privateKey;
        // Node no longer takes this padding off by itself: 0, 2, random bytes, 0, and then the words.
        const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(sealed, "base64"));
        const end = block.indexOf(0, 2);
        return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1).toString() : null;
      } catch {
        return null;
      }
    },
  };
}
