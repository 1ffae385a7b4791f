export { ArmedFaults, matches } from "./armed.ts";
export { drawFaults, drawn, type Planned } from "./draw.ts";
export { type Fault, faultText } from "./fault.ts";
export { faultySource } from "./faulty-provider.ts";
export { type FaultSpec, parseFault } from "./parse.ts";
