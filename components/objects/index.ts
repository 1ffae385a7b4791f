export type { Held, Inputs } from "./inputs.ts";
export type { Kind, Kinds, Metadata, ObjectOf } from "./kinds.ts";
export { custom } from "./kubernetes.ts";
