import { startPack } from "../../core/pack.ts";
import { rules } from "../../rules/index.ts";

startPack(
  "zero-trust",
  rules.filter(({ packs }) => packs.includes("zero-trust")),
);
