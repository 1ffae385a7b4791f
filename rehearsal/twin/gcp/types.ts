import type { TwinType } from "../type.ts";
import { caService } from "./ca-service.ts";
import { certificates } from "./certificates.ts";
import { compute } from "./compute.ts";
import { container } from "./container.ts";
import { data } from "./data.ts";
import { functionsV1 } from "./functions-v1.ts";
import { functionsV2 } from "./functions-v2.ts";
import { identity } from "./identity.ts";
import { machines } from "./machines.ts";
import { monitoring } from "./monitoring.ts";
import { pubsub } from "./pubsub.ts";
import { storage } from "./storage.ts";

const all: readonly TwinType[] = [
  ...caService,
  ...certificates,
  ...compute,
  ...container,
  ...data,
  ...functionsV1,
  ...functionsV2,
  ...identity,
  ...machines,
  ...monitoring,
  ...pubsub,
  ...storage,
];

/** Hand knowledge of Google Cloud types: a new file adds its line here. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));
