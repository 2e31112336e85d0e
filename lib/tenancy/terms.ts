/** The version of /terms that is in force; who registers accepts this one. A change of the text is a new date here. */
export const termsVersion = "2026-11-29";

/** Since when /privacy says what it says; nobody accepts it. */
export const privacySince = "2026-11-30";
