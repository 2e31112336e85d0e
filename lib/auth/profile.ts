import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { type Preferences, users } from "@/db/schema/people";
import { recoveryCodesLeft } from "./internal/recovery-codes";

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

/** What somebody is called, in which language, and what they want to hear of; whatever is not given stays. */
export async function changeProfile(
  userId: string,
  change: {
    name?: string | undefined;
    language?: "en" | "sw" | undefined;
    preferences?: Preferences | undefined;
  },
): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await db().update(users).set(change).where(eq(users.id, userId));
}
