import type { Language } from "@/lib/platform/format";
import type { DocumentWords } from "../_parts/document";

/** What the installation does with what it knows of people. */

const en: DocumentWords = {
  title: "Privacy",
  sections: [
    {
      title: "Who decides what",
      text: "The business you go to decides what it keeps of you and why; its own notice is on its booking page. Whoever runs this installation keeps it for the business and does with it what the business asks, and nothing else.",
    },
    {
      title: "If you book a time",
      text: "The business you book with learns your name, your phone number, what you booked and what you wrote to it, and your e-mail address if you gave it. It may write down what it needs to serve you, such as allergies. It needs them to expect you and to reach you. Other businesses here do not see them.",
    },
    {
      title: "If you sign in with your phone",
      text: "Your number is one sign-in for every business here that knows it. Each of them sees only what is its own. When the last of them forgets you, the sign-in is gone, too.",
    },
    {
      title: "If you pay by M-Pesa",
      text: "Safaricom learns the number that pays, the amount and a reference. The business keeps the amount and M-Pesa’s code in its books for as long as the law says, also after it has forgotten you.",
    },
    {
      title: "What is sent to you",
      text: "Codes you asked for, and news of what you booked. Offers and news of a business come only if you said yes to it, and each of them has a link that stops them.",
    },
    {
      title: "If you work at a business",
      text: "We keep your name, how to reach you, a fingerprint of your password from which it cannot be read, and where and when you signed in. Your business sees who changed what in it.",
    },
    {
      title: "What we do not do",
      text: "We do not sell data, show advertisements, or follow you to other sites. The only cookies are those that keep you signed in, keep the time you chose while you type, remember the language you read, and carry a code you asked for.",
    },
    {
      title: "How it is kept, and how long",
      text: "Each business's data is fenced off from every other's in the database itself. Codes lie for a day, rows of a list that could not be read in for thirty days, and what a business knows of you until it erases you. Backups lose it when they are replaced. Whoever runs this installation keeps it and its backups.",
    },
    {
      title: "Your rights",
      text: "Under “Your bookings” on a business’s page you see and correct what it knows you by, say yes or no to offers, and take everything it holds of you as a file. Ask it to forget you: then your name, number, e-mail, photo, notes and messages go for good. The law gives you these rights, in Kenya the Data Protection Act of 2019. If the business does not answer, ask whoever runs this installation, or the Office of the Data Protection Commissioner.",
    },
  ],
};

const sw: DocumentWords = {
  title: "Faragha",
  sections: [
    {
      title: "Nani anaamua nini",
      text: "Biashara unayoenda ndiyo inayoamua inaweka nini kukuhusu na kwa nini; taarifa yake yenyewe iko kwenye ukurasa wake wa miadi. Anayeendesha mfumo huu anaiwekea biashara data hiyo na kufanya inachoomba biashara tu, si kingine.",
    },
    {
      title: "Ukiweka miadi",
      text: "Biashara unayoweka miadi nayo hujua jina lako, namba yako ya simu, ulichoweka na ulichoiandikia, na barua pepe yako kama uliitoa. Inaweza kuandika inachohitaji ili kukuhudumia, kama vile mzio. Inavihitaji ili ikutarajie na ikufikie. Biashara nyingine hapa hazivioni.",
    },
    {
      title: "Ukiingia kwa simu yako",
      text: "Namba yako ni njia moja ya kuingia kwa kila biashara hapa inayoijua. Kila moja inaona yaliyo yake tu. Ya mwisho kati yao ikikusahau, njia hiyo ya kuingia nayo inaondoka.",
    },
    {
      title: "Ukilipa kwa M-Pesa",
      text: "Safaricom hujua namba inayolipa, kiasi na kumbukumbu. Biashara huweka kiasi na nambari ya M-Pesa kwenye vitabu vyake kwa muda ambao sheria inasema, hata baada ya kukusahau.",
    },
    {
      title: "Unachotumiwa",
      text: "Nambari ulizoomba, na habari za ulichoweka. Ofa na habari za biashara huja tu kama umekubali, na kila moja ina kiungo cha kuzisimamisha.",
    },
    {
      title: "Ukifanya kazi kwenye biashara",
      text: "Tunaweka jina lako, jinsi ya kukufikia, alama ya nenosiri lako ambayo haiwezi kusomeka, na ulipoingia na wakati. Biashara yako inaona nani alibadilisha nini ndani yake.",
    },
    {
      title: "Tusichofanya",
      text: "Hatuuzi data, hatuonyeshi matangazo, wala hatukufuati kwenye tovuti nyingine. Vidakuzi pekee ni vile vinavyokuweka ndani, vinavyoshikilia muda uliochagua unapoandika, vinavyokumbuka lugha unayosoma, na vinavyobeba nambari uliyoomba.",
    },
    {
      title: "Inawekwaje, na kwa muda gani",
      text: "Data ya kila biashara imetengwa na ya nyingine zote ndani ya hifadhidata yenyewe. Nambari hukaa siku moja, mistari ya orodha ambayo haikuweza kuingizwa siku thelathini, na biashara inachojua kukuhusu hadi ikufute. Nakala za akiba hupoteza data hiyo zinapobadilishwa. Anayeendesha mfumo huu ndiye anayeitunza pamoja na nakala zake.",
    },
    {
      title: "Haki zako",
      text: "Kwenye “Miadi yako” katika ukurasa wa biashara unaona na kurekebisha inachokujua nacho, unakubali au kukataa ofa, na unachukua kila inachoweka kukuhusu kama faili. Iombe ikusahau: basi jina, namba, barua pepe, picha, maelezo na ujumbe wako huondoka kabisa. Sheria inakupa haki hizi, nchini Kenya ni Sheria ya Ulinzi wa Data ya 2019. Biashara isipojibu, muulize anayeendesha mfumo huu, au Ofisi ya Kamishna wa Ulinzi wa Data.",
    },
  ],
};

export const privacyWords: Record<Language, DocumentWords> = { en, sw };
