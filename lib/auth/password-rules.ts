import { cannotBeKept } from "@/lib/platform/typed-text";
import { isCommonPassword, plain } from "./internal/common-passwords";
import { passwordLength } from "./rules";

/** What is wrong with a new password, in words that finish "Password …", or null. No rules of composition: length and not being guessable. */
export function passwordFault(password: string, person: readonly (string | null | undefined)[] = []): string | null {
  if ([...password].length < passwordLength.least) return `needs at least ${passwordLength.least} characters`;
  if (password.length > passwordLength.most) return `may have at most ${passwordLength.most} characters`;
  if (cannotBeKept(password)) return "holds a character that cannot be kept";
  if (isCommonPassword(password)) return "is one that many people use: take three or four words of your own";
  if (isAbout(password, person)) return "is too close to your name or address";
  return null;
}

/** Little more than somebody's own name or address. */
function isAbout(password: string, person: readonly (string | null | undefined)[]): boolean {
  const bare = plain(password).replaceAll(/[^a-z0-9]/g, "");
  const own = person
    .flatMap((text) => [text, ...(text ?? "").split(/[\s@.]+/)])
    .map((text) => plain(text ?? "").replaceAll(/[^a-z0-9]/g, ""))
    .filter((text) => text.length >= 4);
  return own.some((text) => bare.includes(text) && bare.length - text.length < 5);
}
