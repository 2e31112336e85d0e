import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { type Preferences, users } from "@/db/schema/people";
import { recordAudit } from "./audit";
import { recoveryCodesLeft } from "./internal/recovery-codes";
import { onOwnAccount, type Self } from "./own-account";

export type Profile = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: "en" | "sw";
  preferences: Preferences;
  hasSecondFactor: boolean;
  recoveryCodesLeft: number;
};

export async function getProfile(userId: string): Promise<Profile | null> {
  const [[user], left] = await Promise.all([
    db()
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        phone: users.phone,
        language: users.language,
        preferences: users.preferences,
        totpConfirmedAt: users.totpConfirmedAt,
      })
      .from(users)
      .where(eq(users.id, userId)),
    recoveryCodesLeft(userId),
  ]);
  if (!user) return null;
  const { totpConfirmedAt, ...told } = user;
  return { ...told, hasSecondFactor: totpConfirmedAt !== null, recoveryCodesLeft: left };
}

type Change = {
  name?: string | undefined;
  language?: "en" | "sw" | undefined;
  preferences?: Preferences | undefined;
};

/** What somebody is called, in which language, and what they want to hear of; whatever is not given stays. */
export const changeProfile = (self: Self, change: Change): Promise<void> =>
  onOwnAccount(self, async (scope) => {
    const mine = eq(users.id, self.userId);
    const [was] = await scope.tx
      .select({ name: users.name, language: users.language, preferences: users.preferences })
      .from(users)
      .where(mine)
      .for("update");
    const fields = (["name", "language", "preferences"] as const).filter(
      (field) => change[field] !== undefined && !isDeepStrictEqual(change[field], was?.[field]),
    );
    if (!was || fields.length === 0) return;
    const of = (values: Change) => Object.fromEntries(fields.map((field) => [field, values[field]]));
    await scope.tx.update(users).set(of(change)).where(mine);
    await recordAudit(scope, {
      action: "profile.changed",
      entity: "user",
      entityId: self.userId,
      personId: self.userId,
      before: of(was),
      after: of(change),
    });
  });
