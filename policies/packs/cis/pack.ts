import { startPack } from "../../core/pack.ts";
import { PACKS } from "../index.ts";

startPack(PACKS.cis);
