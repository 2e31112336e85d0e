/** What a customer reads of their conversation with a business, in the language that they chose. No imports. */

export const conversationWords = {
  en: {
    title: "Messages",
    about: (house: string) => `You and ${house}. They are told at once, and answer here.`,
    none: (house: string) => `Nothing yet. Write to ${house}, and the answer comes here.`,
    label: "Your message",
    send: "Send",
    earlier: "Earlier",
    you: "You",
    waiting: "Waits for the network",
    sending: "Sending",
    failed: "Not sent. Try again.",
    tooOften: "That was often. Please wait a little.",
    signedOut: "You have been signed out. What you typed is kept on this phone.",
    signIn: "Sign in",
    offline: "No network. What you write is kept and goes out later.",
    unread: (n: number) => `${n} new`,
    told: (house: string) => `${house} wrote to you. Read and answer:`,
    subject: (house: string) => `${house} wrote to you`,
  },
  sw: {
    title: "Ujumbe",
    about: (house: string) => `Wewe na ${house}. Wanaarifiwa mara moja, nao hujibu hapa.`,
    none: (house: string) => `Hakuna ujumbe bado. Andikia ${house}, jibu litakuja hapa.`,
    label: "Ujumbe wako",
    send: "Tuma",
    earlier: "Za awali",
    you: "Wewe",
    waiting: "Inasubiri mtandao",
    sending: "Inatumwa",
    failed: "Haikutumwa. Jaribu tena.",
    tooOften: "Umetuma mara nyingi. Tafadhali subiri kidogo.",
    signedOut: "Umeondolewa. Ulichoandika kimehifadhiwa kwenye simu hii.",
    signIn: "Ingia",
    offline: "Hakuna mtandao. Utakachoandika kitahifadhiwa na kutumwa baadaye.",
    unread: (n: number) => `${n} mpya`,
    told: (house: string) => `${house} wamekuandikia. Soma na ujibu:`,
    subject: (house: string) => `${house} wamekuandikia`,
  },
} as const;

export type ConversationWords = (typeof conversationWords)["en" | "sw"];
