import { notFoundProblem } from "@/app/_server/route";

/** Whatever no other route answers: a program is told so in its own words, and not with a page for people. */
const nothingHere = async (): Promise<Response> => notFoundProblem();

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
