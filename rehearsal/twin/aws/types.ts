import type { TwinType } from "../type.ts";

const all: readonly TwinType[] = [];

export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));
