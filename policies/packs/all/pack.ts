import { startPack } from "../../core/pack.ts";
import { rules } from "../../rules/index.ts";

startPack("all", rules);
