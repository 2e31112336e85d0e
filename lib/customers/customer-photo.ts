import type { Photo, PhotoSet } from "@/lib/auth/pictures";
import type { Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { isSeen } from "./get-customer";
import { type NotThere, notThere } from "./gone";
import { lockCustomer } from "./internal/lock-customer";
import { recordChanged } from "./internal/record-changed";
import { ownPhoto, removeOwnPhoto, setOwnPhoto } from "./own-photo";

/** What a customer looks like, for whoever may see them. */
export async function getCustomerPhoto(scope: Scope, id: string): Promise<Photo | null> {
  return (await isSeen(scope, id)) ? ownPhoto(scope, id) : null;
}

/** Taken at the desk, in place of what was there. */
export async function setCustomerPhoto(
  scope: Scope,
  id: string,
  bytes: Buffer,
): Promise<PhotoSet | Result<never, NotThere>> {
  const is = await lockCustomer(scope, id);
  if (!is || is.gone) return notThere(scope, id);
  const set = await setOwnPhoto(scope, id, bytes);
  if (set.ok) await recordChanged(scope, id);
  return set;
}

/** False when there was none. */
export async function removeCustomerPhoto(scope: Scope, id: string): Promise<boolean> {
  const gone = (await lockCustomer(scope, id)) !== null && (await removeOwnPhoto(scope, id));
  if (gone) await recordChanged(scope, id);
  return gone;
}
