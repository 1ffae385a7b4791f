import type { TwinType } from "../type.ts";
import { containers } from "./containers.ts";
import { identity } from "./identity.ts";
import { monitoring } from "./monitoring.ts";
import { network } from "./network.ts";
import { resourceGroup } from "./resource-group.ts";
import { serviceBus } from "./service-bus.ts";
import { storage } from "./storage.ts";
import { web } from "./web.ts";

const all: readonly TwinType[] = [
  ...containers,
  ...identity,
  ...monitoring,
  ...network,
  ...resourceGroup,
  ...serviceBus,
  ...storage,
  ...web,
];

/** Hand knowledge of Azure types: a new file adds its line here. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));
