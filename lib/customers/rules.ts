/** In characters. An allergy is read at a glance. */
export const mostAllergies = 300;
export const mostNotes = 2_000;
