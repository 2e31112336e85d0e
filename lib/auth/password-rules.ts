/** What is typed first by people and by machines that guess. Bare words: digits and signs around them do not help. */
const common = new Set(
  `password passwort passw0rd qwerty qwertyuiop qwertyui asdfghjkl asdfghjklpoiuytrewq zxcvbnm zxcvbnmasdfghjkl qazwsx
  qazwsxedc abcdefghij abcdefgh abcdef letmein iloveyou iloveu welcome welcomeback monkey dragon master sunshine
  princess football baseball basketball superman batman trustno administrator admin administrator root login access
  hello whatever starwars pokemon computer internet samsung nairobi kenya mombasa kisumu nakuru eldoret safaricom mpesa
  salon salonnairobi barber kinyozi spa clinic beauty business karibu jambo hakunamatata harambee jesus jesuschrist
  jesusloves godisgood godislove blessed blessing christ church arsenal chelsea liverpool manchester manunited
  changeme change changeit secret mysecret default temporary temppassword newpassword mypassword password password
  summer winter spring autumn january february march april june july august september october november december monday
  tuesday wednesday thursday friday saturday sunday michael jordan jennifer charlie ashley daniel jessica love lovely
  loveyou mylove babygirl angel angels family mother father myfamily clientpulse demo testtest testing test guest`
    .split(/\s+/)
    .filter(Boolean),
);

export const passwordLength = { least: 10, most: 200 };

/** What is wrong with a new password, in words that finish "Password …", or null. No rules of composition: length and not being guessable. */
export function passwordFault(password: string, person: readonly (string | null | undefined)[] = []): string | null {
  if ([...password].length < passwordLength.least) return `needs at least ${passwordLength.least} characters`;
  if (password.length > passwordLength.most) return `may have at most ${passwordLength.most} characters`;
  if (password.includes("\0")) return "holds a character that cannot be kept";
  if (isCommon(password)) return "is one that many people use: take three or four words of your own";
  if (isAbout(password, person)) return "is too close to your name or address";
  return null;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("@", "a")
    .replaceAll("0", "o")
    .replaceAll("1", "i")
    .replaceAll("3", "e")
    .replaceAll("$", "s")
    .replaceAll("5", "s");

/** Only the letters: "P@ssw0rd-2024!" is "password". Doubled words count once. */
function isCommon(password: string): boolean {
  if (new Set(password.toLowerCase()).size < 5) return true;
  if (isRun(password)) return true;
  const lower = password.toLowerCase();
  // Without the year and the exclamation mark around it, before figures are read as letters.
  const core = lower.replace(/^[^a-z]+/, "").replace(/[^a-z]+$/, "");
  for (const text of [lower, plain(lower), core, plain(core)]) {
    const bare = text.replaceAll(/[^a-z]/g, "");
    const half = bare.slice(0, bare.length / 2);
    if (common.has(bare)) return true;
    if (half + half === bare && common.has(half)) return true;
  }
  return false;
}

/** 1234567890, abcdefghij, 0987654321: each character follows the one before. */
function isRun(password: string): boolean {
  const codes = [...password].map((letter) => letter.charCodeAt(0));
  const steps = codes.slice(1).map((code, at) => code - codes[at]!);
  const even = (step: number) => steps.filter((one) => one === step).length >= steps.length - 1;
  return even(1) || even(-1) || even(0);
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
