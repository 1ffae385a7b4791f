import type { ProgramSource } from "../../engine/program/node.ts";

/** A program, and the folder from which the SDKs of its providers are found. */
export interface LocatedProgram extends ProgramSource {
  readonly sdkDirectory: string;
}
