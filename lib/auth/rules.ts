/** In characters, as people count them. */
export const passwordLength = { least: 10, most: 200 };
