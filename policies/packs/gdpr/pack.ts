import { startPack } from "../../core/pack.ts";
import { rules } from "../../rules/index.ts";

startPack(
  "gdpr",
  rules.filter(({ packs }) => packs.includes("gdpr")),
);
