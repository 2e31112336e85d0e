/** Of pages that cannot be shown; on their own, since every page carries them. */
export const errorWords = {
  en: {
    wrong: "Something went wrong",
    ours: "It is our fault, not yours, and nothing you did is lost.",
    number: (digest: string) => `If it happens again, give us this number: ${digest}.`,
    again: "Try again",
    home: "Go to the start",
  },
  sw: {
    wrong: "Hitilafu imetokea",
    ours: "Ni kosa letu, si lako, na hakuna ulichofanya kilichopotea.",
    number: (digest: string) => `Ikitokea tena, tupe nambari hii: ${digest}.`,
    again: "Jaribu tena",
    home: "Nenda mwanzo",
  },
} as const;
