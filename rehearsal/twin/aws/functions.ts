import type { Answer } from "../type.ts";

export const functions: ReadonlyMap<string, Answer> = new Map();
