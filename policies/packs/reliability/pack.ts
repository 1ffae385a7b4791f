import { startPack } from "../../core/pack.ts";
import { rulesOf } from "../../rules/index.ts";

startPack("reliability", rulesOf("reliability"));
