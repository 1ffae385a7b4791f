import { type Examples, UNKNOWN } from "../../core/examples.ts";

const methods = "aws:apigateway/methodSettings:MethodSettings";
const stage = "aws:apigatewayv2/stage:Stage";
const machine = "aws:sfn/stateMachine:StateMachine";

const format = (text: unknown) => ({ accessLogSettings: { destinationArn: "arn", format: text } });
const logging = (includeExecutionData: unknown, level: unknown = "ERROR") => ({
  loggingConfiguration: { includeExecutionData, level },
});

export const examples: Examples = {
  pass: [
    { type: methods, props: { settings: { loggingLevel: "ERROR" } } },
    { type: methods, props: { settings: { dataTraceEnabled: "false" } } },
    { type: stage, props: {} },
    {
      type: stage,
      props: format('{"id":"$context.requestId","ip":"$context.identity.sourceIp","s":"$context.status"}'),
    },
    { type: stage, props: format("$context.authorizer.error $context.integrationErrorMessage") },
    { type: machine, props: {} },
    { type: machine, props: logging(false, "ALL") },
    // nothing is written at all
    { type: machine, props: logging(true, "OFF") },
  ],
  fail: [
    { type: methods, props: { settings: { dataTraceEnabled: true } } },
    { type: methods, props: { settings: { dataTraceEnabled: "true", loggingLevel: "INFO" } } },
    { type: stage, props: format('{"who":"$context.authorizer.claims.email"}') },
    { type: stage, props: format('{"body":"$input.body"}') },
    { type: machine, props: logging(true) },
    { type: machine, props: logging("true", "ALL") },
  ],
  undetermined: [
    { type: methods, props: { settings: UNKNOWN } },
    { type: stage, props: format(UNKNOWN) },
    { type: machine, props: logging(UNKNOWN) },
    { type: machine, props: logging(true, UNKNOWN) },
    { type: machine, props: { loggingConfiguration: UNKNOWN } },
  ],
};
