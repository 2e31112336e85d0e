import { type ActorName, actorNames } from "./actors";

export type Answers = Record<ActorName, number>;
type Roles = { staff: number; desk: number; manager: number; owner: number };

/** The same for everybody. */
export const all = (status: number): Answers =>
  Object.fromEntries(actorNames.map((actor) => [actor, status])) as Answers;

const roles = (status: number): Roles => ({ staff: status, desk: status, manager: status, owner: status });

/** Who is not signed in as a member of anything, whatever else they carry. */
export const nobody = (status: number) => ({
  anonymous: status,
  customer: status,
  expired: status,
  owesFactor: status,
});

/** For members of that business; whoever is not one is told the same as of a business that does not exist. */
export const members = (may: Partial<Roles>, status = 200): Answers => ({
  ...all(404),
  ...nobody(401),
  ...roles(status),
  ...may,
});
/** A member of a closed business is led to where it says why. */
export const memberPage = (may: Partial<Roles> = {}): Answers => ({
  ...all(404),
  ...nobody(307),
  ...roles(200),
  suspended: 307,
  ...may,
});
/** Who may not is told that nothing is there, whatever keeps them out. */
export const memberAction = (may: Partial<Roles> = {}): Answers => ({
  ...all(404),
  ...nobody(303),
  ...roles(200),
  ...may,
});

/** Whoever is signed in, for what is their own. */
export const self = (status = 200): Answers => ({ ...all(status), ...nobody(401) });
export const selfPage: Answers = { ...all(200), ...nobody(307) };
export const selfAction: Answers = { ...all(200), ...nobody(303) };

/** Platform admins only; to others that are signed in it is not there. */
export const adminOnly = (status = 200): Answers => ({ ...all(404), ...nobody(401), admin: status });
export const adminPage: Answers = { ...all(404), ...nobody(307), admin: 200 };
export const adminAction: Answers = { ...all(404), ...nobody(303), admin: 200 };
