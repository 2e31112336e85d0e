import type { Language } from "@/lib/platform/format";
import type { DocumentWords } from "../_parts/document";

/** What the platform and a business owe each other; a change of the English text is a new date in lib/tenancy/terms. */

const en: DocumentWords = {
  title: "Terms for businesses",
  sections: [
    {
      title: "What you get",
      text: "A public page on which customers book times with you, and a dashboard on which you and the people you invite see and run the day. We may look at a new business before its page opens.",
    },
    {
      title: "What we ask of you",
      text: "Say truthfully who you are and what you offer. Keep the times and prices on your page as they are in your house. Use what customers tell you to serve them and for nothing they have not agreed to. Keep your password to yourself and invite everybody who works with you under their own name.",
    },
    {
      title: "What it costs",
      text: "You try a plan for fourteen days without paying. Afterwards you pay by the month or the year, by a prompt on your phone that nobody but you can answer, and you may change or end the plan on its page. If a payment does not come we ask again for seven days; after that your page takes no bookings, and everything stays there to be read and taken along.",
    },
    {
      title: "Your customers’ money",
      text: "What customers pay goes to your own till or PayBill number; it never passes through ours. You say what a deposit is, what of it you keep and when it comes back, and customers read that before they pay.",
    },
    {
      title: "Messages to your customers",
      text: "About their own bookings you may write to them as they wish it. Offers and news go only to who has said yes, and each of them tells how to stop it. We keep who allowed what, when and in which words, and refuse what nobody allowed.",
    },
    {
      title: "Reviews",
      text: "Customers review visits that took place and were paid. You may answer each in public, and hide words that name others or break the law, with your reason; their stars count all the same, and nobody can buy any.",
    },
    {
      title: "Your data stays yours",
      text: "Your customers, bookings and figures belong to your business. You may take them with you, and we do not show them to other businesses. What we do with personal data is written under {privacy}.",
    },
    {
      title: "When it does not work out",
      text: "You may stop at any time. We may suspend a business that deceives customers, harms others or does not keep to these terms; we say why, and nothing is deleted by that.",
    },
    {
      title: "What we cannot promise",
      text: "We work to keep this running at all hours, but no service always does. An agreement between you and a customer is between the two of you; we are not a party to it.",
    },
    {
      title: "Changes",
      text: "Each version of this page has a date, and we keep which one you accepted. We write to owners before a new version holds for them.",
    },
  ],
};

const sw: DocumentWords = {
  title: "Masharti kwa biashara",
  sections: [
    {
      title: "Unachopata",
      text: "Ukurasa wa umma ambapo wateja huweka miadi nawe, na dashibodi ambapo wewe na watu unaowaalika mnaona na kuendesha siku. Tunaweza kuiangalia biashara mpya kabla ukurasa wake haujafunguliwa.",
    },
    {
      title: "Tunachokuomba",
      text: "Sema kwa ukweli wewe ni nani na unatoa huduma gani. Nyakati na bei kwenye ukurasa wako ziwe kama zilivyo kwenye biashara yako. Tumia yale wateja wanayokuambia kuwahudumia tu, si kwa lolote ambalo hawajakubali. Tunza nenosiri lako peke yako, na umwalike kila mnayefanya kazi naye kwa jina lake mwenyewe.",
    },
    {
      title: "Gharama",
      text: "Unajaribu mpango kwa siku kumi na nne bila kulipa. Baadaye unalipa kwa mwezi au kwa mwaka, kwa ombi kwenye simu yako ambalo ni wewe tu unayeweza kulijibu, na unaweza kubadilisha au kumaliza mpango kwenye ukurasa wake. Malipo yasipofika tunaomba tena kwa siku saba; baada ya hapo ukurasa wako haupokei miadi, na kila kitu kinabaki pale kusomwa na kuchukuliwa.",
    },
    {
      title: "Pesa za wateja wako",
      text: "Wateja wanacholipa huenda kwenye namba yako ya till au PayBill; hakipiti kwetu kamwe. Wewe unasema amana ni kiasi gani, unabaki na nini na inarudishwa lini, na wateja wanasoma hayo kabla ya kulipa.",
    },
    {
      title: "Ujumbe kwa wateja wako",
      text: "Kuhusu miadi yao unaweza kuwaandikia jinsi wanavyotaka. Ofa na habari huenda kwa waliokubali tu, na kila ujumbe unaeleza jinsi ya kusimamisha. Tunaweka nani aliruhusu nini, lini na kwa maneno gani, na tunakataa kile ambacho hakuna aliyekiruhusu.",
    },
    {
      title: "Maoni",
      text: "Wateja hutoa maoni kuhusu ziara zilizofanyika na kulipwa. Unaweza kujibu kila moja hadharani, na kuficha maneno yanayotaja watu wengine au kuvunja sheria, kwa kusema sababu; nyota zao huhesabiwa vivyo hivyo, na hakuna anayeweza kuzinunua.",
    },
    {
      title: "Data yako inabaki yako",
      text: "Wateja, miadi na hesabu zako ni mali ya biashara yako. Unaweza kuondoka nazo, na hatuzionyeshi biashara nyingine. Tunachofanya na data za watu kimeandikwa kwenye {privacy}.",
    },
    {
      title: "Mambo yasipoenda vizuri",
      text: "Unaweza kuacha wakati wowote. Tunaweza kusimamisha biashara inayodanganya wateja, inayodhuru wengine au isiyofuata masharti haya; tunasema sababu, na hakuna kinachofutwa kwa hilo.",
    },
    {
      title: "Tusichoweza kuahidi",
      text: "Tunajitahidi mfumo ufanye kazi saa zote, lakini hakuna huduma inayofanya kazi daima. Makubaliano kati yako na mteja ni yenu wawili; sisi hatumo.",
    },
    {
      title: "Mabadiliko",
      text: "Kila toleo la ukurasa huu lina tarehe, na tunaweka toleo ulilokubali. Tunawaandikia wamiliki kabla toleo jipya halijaanza kuwahusu.",
    },
  ],
};

export const termsWords: Record<Language, DocumentWords> = { en, sw };
