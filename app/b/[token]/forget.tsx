"use client";

import { useEffect } from "react";
import { forgetTyping } from "@/app/book/_parts/kept-typing";

/** It is booked: what was typed for it is kept no longer. */
export function Forget({ slug }: { slug: string }) {
  useEffect(() => forgetTyping(slug), [slug]);
  return null;
}
