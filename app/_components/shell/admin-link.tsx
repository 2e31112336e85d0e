import { Building2 } from "lucide-react";
import Link from "next/link";
import { DropdownMenuItem } from "../ui/dropdown-menu";

/** The way to the platform's administration, for those who have it. */
export const AdminLink = () => (
  <DropdownMenuItem asChild>
    <Link href="/admin">
      <Building2 aria-hidden />
      Administration
    </Link>
  </DropdownMenuItem>
);
