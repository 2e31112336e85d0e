/** Of pages that are not there. Read on the server alone: in what every page loads they would weigh. */
export const missingWords = {
  en: {
    title: "Not found",
    home: "Go to the start",
    missing: "This page is not here",
    missingWhy: "The address may be misspelt or out of date, or it is somebody else’s business and not yours to see.",
    noBusiness: "There is no business at this address",
    noBusinessWhy:
      "Perhaps a letter went missing in the link. Ask the business for its booking address, or look for it here.",
    find: "Find a business",
    noVisit: "There is nothing to rate at this address",
    noVisitWhy: "Perhaps the link was cut short in a message, or the visit was taken back.",
  },
  sw: {
    title: "Haikupatikana",
    home: "Nenda mwanzo",
    missing: "Ukurasa huu haupo",
    missingWhy: "Huenda anwani ina kosa au imepitwa na wakati, au ni ya biashara nyingine ambayo si yako kuona.",
    noBusiness: "Hakuna biashara kwenye anwani hii",
    noBusinessWhy: "Huenda herufi moja imepotea kwenye kiungo. Iulize biashara anwani yake, au itafute hapa.",
    find: "Tafuta biashara",
    noVisit: "Hakuna cha kutathmini kwenye anwani hii",
    noVisitWhy: "Huenda kiungo kilikatika kwenye ujumbe, au ziara iliondolewa.",
  },
} as const;
