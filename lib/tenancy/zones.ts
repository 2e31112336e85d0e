/** Where the businesses are; any other zone can be set through the API. */
export const timeZones: readonly string[] = Intl.supportedValuesOf("timeZone").filter((zone) =>
  /^(Africa|Indian)\//.test(zone),
);
