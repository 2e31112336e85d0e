/** Of one file; more are read in as several. */
export const mostImportRows = 20_000;
export const mostImportBytes = 4 * 1024 * 1024;
export const mostColumns = 60;
/** Rows that are read in together. */
export const importBatch = 1_000;
