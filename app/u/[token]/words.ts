/** What the way out of advertising says. */
export const optOutWords = {
  en: {
    title: "Offers",
    on: (house: string) => `${house} may send you offers and news`,
    off: (house: string) => `${house} sends you no offers and news`,
    stop: "Stop offers and news",
    regive: "Send me offers and news again",
    still: "Messages about your own bookings still come.",
    busy: "One moment",
    again: "Please load this page again.",
    gone: "There is nothing at this address any more.",
  },
  sw: {
    title: "Ofa",
    on: (house: string) => `${house} inaweza kukutumia ofa na habari`,
    off: (house: string) => `${house} haikutumii ofa na habari`,
    stop: "Simamisha ofa na habari",
    regive: "Nitumie ofa na habari tena",
    still: "Ujumbe kuhusu miadi yako mwenyewe bado utakuja.",
    busy: "Subiri kidogo",
    again: "Tafadhali pakia ukurasa huu tena.",
    gone: "Hakuna kitu tena kwenye anwani hii.",
  },
};
