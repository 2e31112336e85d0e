import type { BusinessInput } from "./input";
import { type Owner, openBusiness } from "./internal/open-business";
import type { RequestOrigin } from "./scope";

/** For somebody who is signed in: one more business of theirs. */
export const registerBusiness = (business: BusinessInput, owner: Owner, from: RequestOrigin) =>
  openBusiness(business, owner, null, from);
