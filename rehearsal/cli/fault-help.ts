import { KINDS, OPERATIONS, POINTS } from "../twin/fault/fault.ts";

/** How a fault is written. */
export const FAULT_HELP = `
A fault is <operation>:<type>::<name>@<point>=<kind>[*<times>], for example
  --fault "create:aws:s3/bucket:Bucket::site@after-effect=crash-provider"
  --fault "create:*@before-effect=throttled*always"
  operation  ${OPERATIONS.join(", ")}, *
  type, name patterns: * stands for any text
  point      ${POINTS.join(", ")}
  kind       ${KINDS.join(", ")} (slow:5m)
  times      how many calls it strikes: 1 unless said; always for all
Also outage:<package>[:<region or zone>], and random:<count>, drawn by --seed.
`;
