/** The version of /terms that is in force; who registers accepts this one. A change of the text is a new date here. */
export const termsVersion = "2026-11-24";
