"use server";

import { memberAction } from "@/app/_server/action";
import { stockAnswer } from "@/app/_server/stock-refused";
import { countProduct, discardCount, finishCount, startCount } from "@/lib/inventory/count-stock";
import {
  adjustInput,
  countLineInput,
  discardCountInput,
  finishCountInput,
  receiveInput,
  recipeInput,
  startCountInput,
  trackInput,
} from "@/lib/inventory/input";
import { adjustStock, receiveStock } from "@/lib/inventory/receive-stock";
import { setRecipe } from "@/lib/inventory/set-recipe";
import { trackProduct } from "@/lib/inventory/track-product";

export const trackIt = memberAction("stock.manage", trackInput, async (scope, _, wish) =>
  stockAnswer(await trackProduct(scope, wish)),
);

export const receive = memberAction("stock.keep", receiveInput, async (scope, _, wish) =>
  stockAnswer(await receiveStock(scope, wish)),
);

export const adjust = memberAction("stock.keep", adjustInput, async (scope, _, wish) =>
  stockAnswer(await adjustStock(scope, wish)),
);

export const putRecipe = memberAction("stock.manage", recipeInput, async (scope, _, wish) =>
  stockAnswer(await setRecipe(scope, wish)),
);

export const beginCount = memberAction("stock.keep", startCountInput, async (scope) =>
  stockAnswer(await startCount(scope)),
);

export const countIt = memberAction("stock.keep", countLineInput, async (scope, _, line) =>
  stockAnswer(await countProduct(scope, line)),
);

export const throwCountAway = memberAction("stock.keep", discardCountInput, async (scope, _, wish) =>
  stockAnswer(await discardCount(scope, wish)),
);

export const endCount = memberAction("stock.keep", finishCountInput, async (scope, _, wish) =>
  stockAnswer(await finishCount(scope, wish)),
);
