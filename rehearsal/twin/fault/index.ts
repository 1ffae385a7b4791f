export { ArmedFaults, matches } from "./armed.ts";
export { Arsenal } from "./arsenal.ts";
export { drawFaults, drawn, type Planned } from "./draw.ts";
export { type Fault, faultText } from "./fault.ts";
export { type FaultSpec, parseFault } from "./parse.ts";
