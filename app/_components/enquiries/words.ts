import type { Language } from "@/lib/platform/format";

/** A contact form: a business's, or the platform's own. */

const en = {
  name: "Name",
  phone: "Phone",
  email: "E-mail",
  subject: "What is it about?",
  question: "Your question",
  oneIsEnough: "One of the two is enough.",
  thanks: (to: string) => `Thank you. ${to} has it and answers at the phone or e-mail that you gave.`,
  send: "Send",
  busy: "One moment",
  unavailable: "That did not go through. Please try again in a moment.",
  /** What a field is called where something is wrong with it, and what, where the rules themselves speak English. */
  labels: { name: "Name", phone: "Phone", email: "E-mail", subject: "What it is about", words: "Your question" },
  faults: null as Record<"name" | "phone" | "email" | "subject" | "words", string> | null,
};

export type EnquiryWords = typeof en;

const sw: EnquiryWords = {
  name: "Jina",
  phone: "Simu",
  email: "Barua pepe",
  subject: "Inahusu nini?",
  question: "Swali lako",
  oneIsEnough: "Moja kati ya hizo mbili inatosha.",
  thanks: (to) => `Asante. ${to} wamepokea na watajibu kwa simu au barua pepe uliyotoa.`,
  send: "Tuma",
  busy: "Subiri kidogo",
  unavailable: "Haikufaulu. Tafadhali jaribu tena baada ya muda mfupi.",
  labels: { name: "Jina", phone: "Simu", email: "Barua pepe", subject: "Inahusu nini", words: "Swali lako" },
  faults: {
    name: "Andika jina lako, herufi 80 au chini.",
    phone: "Andika simu tunayoweza kupiga, kama 0712 345 678, au barua pepe.",
    email: "Hiyo si anwani ya barua pepe.",
    subject: "Andika inahusu nini, herufi 120 au chini.",
    words: "Andika swali lako.",
  },
};

export const enquiryWords: Record<Language, EnquiryWords> = { en, sw };
