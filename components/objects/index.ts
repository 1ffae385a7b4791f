export type { Held, Inputs } from "./inputs.ts";
export { type Kind, type Kinds, type Metadata, type ObjectOf, UNTIL_READY } from "./kinds.ts";
export { custom } from "./kubernetes.ts";
