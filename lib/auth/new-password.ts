import { z } from "zod";
import { passwordFault } from "./password-rules";

/**
 * A password somebody chooses. The rule stands at the field, so that it is told together with what is wrong elsewhere:
 * zod asks about the whole only once every field is right. Too close to the person is asked where they are known.
 */
export const newPassword = z
  .string("is needed")
  .max(512, "is too long")
  .superRefine((password, context) => {
    const fault = passwordFault(password);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });
