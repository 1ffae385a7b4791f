import type { ReplaceScene } from "../package.ts";
import { defaultsOf } from "./bookkeeping.ts";

/** Bridged providers delete first when the program itself gave the name, since the new object needs it. */
export const namedByHand = ({ subject: { name }, news }: ReplaceScene): boolean =>
  name !== undefined && news[name.property] !== undefined && !defaultsOf(news).has(name.property);
