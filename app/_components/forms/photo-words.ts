import type { Say } from "@/app/_words/say";
import type { PhotoWords } from "./photo-form";

const common = (say: Say) => ({
  sending: say("Sending"),
  opening: say("Almost there"),
  notOne: say("That is not a picture we can use. Choose a JPEG, PNG or WebP."),
  unreachable: say("We could not reach the server. Check your connection and try again."),
  told: say.known,
});

/** Of somebody's photo, or of one's own. */
export const photoWords = (say: Say, name: string | null): PhotoWords => ({
  ...common(say),
  label: say("Photo"),
  add: say("Add a photo"),
  change: say("Change photo"),
  remove: say("Remove photo"),
  saved: name === null ? say("Your photo is saved.") : say("{name}’s photo is saved.", { name }),
  removed: name === null ? say("Your photo is removed.") : say("{name}’s photo is removed.", { name }),
});

export const logoWords = (say: Say): PhotoWords => ({
  ...common(say),
  label: say("Logo"),
  add: say("Add a logo"),
  change: say("Change logo"),
  remove: say("Remove logo"),
  saved: say("Your logo is saved."),
  removed: say("Your logo is removed."),
});
