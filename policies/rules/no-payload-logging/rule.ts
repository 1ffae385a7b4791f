import type { MethodSettingsArgs } from "@pulumi/aws/apigateway/methodSettings.js";
import type { StageArgs } from "@pulumi/aws/apigatewayv2/stage.js";
import type { StateMachineArgs } from "@pulumi/aws/sfn/stateMachine.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, type Truth } from "../../core/truth.ts";
import { decide, type Verdict } from "../../core/verdict.ts";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
const STAGE = "aws:apigatewayv2/stage:Stage";
const MACHINE = "aws:sfn/stateMachine:StateMachine";
// variables of an access log that hold what people sent, or who they are beyond their address
const PAYLOAD =
  /\$context\.(authorizer\.(?!error|status|latency|requestId|integration)|customDomain\.body)|\$(?:input|request|response)\b/;

/** A trace has whole requests and responses. */
const methods = (settings: Resource<MethodSettingsArgs>): Verdict =>
  decide(settings.flag("settings.dataTraceEnabled"), { known: (on) => (on ? "is true" : undefined) });

/** Input and output of each step go to the log only where the log is on. */
function machine(machine: Resource<StateMachineArgs>): Verdict {
  const data = holds(machine.flag("loggingConfiguration.includeExecutionData"), (on) => on);
  const logs: Truth = holds(machine.text("loggingConfiguration.level"), (level) => level.toUpperCase() !== "OFF");
  return faultIf(allOf([data, logs]), "loggingConfiguration.includeExecutionData", "is true");
}

const stage = (stage: Resource<StageArgs>): Verdict =>
  decide(stage.text("accessLogSettings.format"), {
    known: (format) => {
      const [variable] = PAYLOAD.exec(format) ?? [];
      return variable === undefined ? undefined : `has ${variable}, which may hold personal data`;
    },
  });

export const noPayloadLogging: Rule = {
  id: "no-payload-logging",
  packs: ["gdpr"],
  title: "What people send is not copied into logs",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Logs are read by more people, kept for longer and erased by nobody; bodies do not belong there.",
  equivalents: ["CKV_AWS_276"],
  fixText: ({ path }) =>
    path === "accessLogSettings.format" ? `Leave claims and bodies out of \`${path}\`.` : `Set \`${path}: false\`.`,
  inPlace: [SETTINGS, STAGE, MACHINE],
  checks: { [SETTINGS]: methods, [STAGE]: stage, [MACHINE]: machine },
};
