import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Account, accountCookie, accountDays, accountOf, endAccountSession } from "@/lib/auth/account-sessions";
import { secureCookies } from "@/lib/auth/session-cookie";

/** Which customer account asks, from its session row of now; apart from the members' sign-in. */
export const currentAccount = cache(
  async (): Promise<Account | null> => accountOf((await cookies()).get(accountCookie())?.value),
);

export async function keepAccountCookie(value: string): Promise<void> {
  (await cookies()).set(accountCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: accountDays.absolute * 86_400,
  });
}

export async function leavePortal(): Promise<void> {
  const account = await currentAccount();
  if (account) await endAccountSession(account, account.sessionId);
  (await cookies()).delete({ name: accountCookie(), path: "/", secure: secureCookies() });
}
