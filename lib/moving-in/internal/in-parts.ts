const together = 500;

/** So many at a time: a statement has room for 65,535 values. */
export const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / together) }, (_, nth) =>
    rows.slice(nth * together, (nth + 1) * together),
  );
