/** Ways beside the main one; as tall as a thumb. */
export const quietLink =
  "inline-flex min-h-8 items-center justify-self-start rounded-control text-quiet underline underline-offset-2 transition-colors hover:text-ink";
