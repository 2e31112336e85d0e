/** A statement ends after five seconds (see roles.mjs), one way or the other: a server silent for longer is not there. */
export const answerSeconds = 8;
/** The platform's statements look across tenants and have no such end; its work can wait. */
export const platformAnswerSeconds = 20;
