import { startPack } from "../../core/pack.ts";
import { rules } from "../../rules/index.ts";

startPack(
  "cost",
  rules.filter(({ packs }) => packs.includes("cost")),
);
