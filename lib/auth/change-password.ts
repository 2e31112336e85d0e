import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/people";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { setPassword } from "./internal/set-password";
import { type Self, type SignedOut, whileSignedIn } from "./own-account";
import { passwordFault } from "./password-rules";
import { hashPassword } from "./passwords";
import { checkOwnPassword } from "./step-up";

type Refused =
  | SignedOut
  | { refusal: "wrong_password" }
  | { refusal: "too_many"; retryAfterSeconds: number }
  | { refusal: "bad_password"; fault: string };

/** Who knows the old one sets a new one. Every other sign-in of theirs ends. */
export async function changePassword(self: Self, old: string, fresh: string): Promise<Result<true, Refused>> {
  const checked = await checkOwnPassword(self.userId, old, "old-password");
  if (!checked.ok) return checked;
  const [user] = await db()
    .select({ id: users.id, name: users.name, email: users.email, phone: users.phone, language: users.language })
    .from(users)
    .where(eq(users.id, self.userId));
  if (!user) return refuse("wrong_password");
  const fault = passwordFault(fresh, [user.name, user.email, user.phone]);
  if (fault) return refuse("bad_password", { fault });
  const passwordHash = await hashPassword(fresh);
  return whileSignedIn(self, async (scope) =>
    (await setPassword(scope, user, passwordHash, { sessionId: self.sessionId, checkedHash: checked.value }))
      ? ok(true as const)
      : refuse("wrong_password"),
  );
}
