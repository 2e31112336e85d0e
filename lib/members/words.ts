import type { Role } from "@/db/schema/people";
import type { Language } from "@/lib/platform/format";

/** An invitation, in the language of who invites: of who is invited nothing is known yet. */

type Letter = { subject: string; body: string };

export type InvitationWords = Record<Role, string> & {
  asks(inviter: string, house: string, role: string): string;
  short(asked: string, days: string, link: string): string;
  letter(asked: string, days: string, link: string, inviter: string, house: string): Letter;
};

export const invitationWords: Record<Language, InvitationWords> = {
  en: {
    owner: "owner",
    manager: "manager",
    front_desk: "front desk",
    staff: "staff",
    asks: (inviter, house, role) => `${inviter} invites you to work with ${house} on ClientPulse, as ${role}.`,
    short: (asked, days, link) => `${asked} Join within ${days} days: ${link}`,
    letter: (asked, days, link, inviter, house) => ({
      subject: `${inviter} invites you to ${house}`,
      body: `Hello,\n\n${asked}\n\nJoin here within ${days} days:\n${link}\n\nThe link is for you alone and works once. If you do not know ${house}, do nothing.`,
    }),
  },
  sw: {
    owner: "mmiliki",
    manager: "meneja",
    front_desk: "mapokezi",
    staff: "mhudumu",
    asks: (inviter, house, role) => `${inviter} anakualika kufanya kazi na ${house} kwenye ClientPulse, kama ${role}.`,
    short: (asked, days, link) => `${asked} Jiunge ndani ya siku ${days}: ${link}`,
    letter: (asked, days, link, inviter, house) => ({
      subject: `${inviter} anakualika ${house}`,
      body: `Habari,\n\n${asked}\n\nJiunge hapa ndani ya siku ${days}:\n${link}\n\nKiungo hiki ni chako peke yako na kinafanya kazi mara moja. Ikiwa huijui ${house}, usifanye chochote.`,
    }),
  },
};
