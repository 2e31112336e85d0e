import { invalid } from "@/app/_server/problem";
import { memberCommand } from "@/app/_server/route";
import { arrangePictures } from "@/lib/gallery/arrange-pictures";
import { arrangePicturesInput } from "@/lib/gallery/input";

export const PUT = memberCommand("gallery.manage", arrangePicturesInput, async (scope, _, { ids }) =>
  (await arrangePictures(scope, ids)).ok ? {} : invalid({ ids: ["name one that is not shown here"] }),
);
