import { createECDH } from "node:crypto";
import { signature } from "@/lib/platform/signing";
import { singleton } from "@/lib/platform/singleton";

/**
 * The key pair by which makers of browsers know this installation (VAPID, RFC 8292), made from its secret: nothing has to be
 * set up. When the secret is changed browsers are asked anew as their people come by.
 */
export const pushKeys = (): { publicKey: string; privateKey: string } =>
  singleton("push-keys", () => {
    const pair = createECDH("prime256v1");
    // One in four thousand million million million is no key of the curve; the next one is.
    for (let n = 0; ; n++)
      try {
        pair.setPrivateKey(signature(`push key ${n}`));
        break;
      } catch {}
    return { publicKey: pair.getPublicKey("base64url"), privateKey: pair.getPrivateKey("base64url") };
  });
