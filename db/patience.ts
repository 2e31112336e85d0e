/** A statement ends after five seconds (see roles.mjs), one way or the other: a server silent for longer is not there. */
export const answerSeconds = 8;
