import { type Context, type TwinType, text } from "../type.ts";
import { arn } from "./arn.ts";

const busOf = ({ inputs }: Pick<Context, "inputs">): string => text(inputs, "eventBusName") ?? "default";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

/** Rules that choose events, or make them on a schedule. */
export const eventRule: TwinType = {
  token: "aws:cloudwatch/eventRule:EventRule",
  defaults: { eventBusName: "default", forceDestroy: false },
  id: (context) => {
    const name = text(context.inputs, "name") ?? "";
    return busOf(context) === "default" ? name : `${busOf(context)}/${name}`;
  },
  limits: (inputs) => [
    [
      "name",
      !/^[.\-_A-Za-z0-9]{1,64}$/.test(text(inputs, "name") ?? "a"),
      '"name" may have letters, digits, ".", "-" and "_", and at most 64 of them',
    ],
  ],
  refuses: ({ inputs }) => [
    [
      "eventPattern",
      text(inputs, "eventPattern") === undefined && text(inputs, "scheduleExpression") === undefined,
      "ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.",
    ],
    [
      "scheduleExpression",
      text(inputs, "scheduleExpression") !== undefined && busOf({ inputs }) !== "default",
      "ValidationException: ScheduleExpression is supported only on the default event bus.",
    ],
  ],
  taken: (_context, id) => `ResourceAlreadyExistsException: EventBridge Rule (${id}) already exists`,
  computed: (context) => {
    const name = text(context.inputs, "name") ?? "";
    return {
      arn: arn(context, "events", busOf(context) === "default" ? `rule/${name}` : `rule/${busOf(context)}/${name}`),
      state: text(context.inputs, "state") ?? (context.inputs["isEnabled"] === false ? "DISABLED" : "ENABLED"),
    };
  },
  holds: ({ inputs, world }, id) =>
    inputs["forceDestroy"] !== true &&
    world.list("aws", TARGET).some(({ outputs }) => {
      const bus = text(outputs, "eventBusName") ?? "default";
      const rule = text(outputs, "rule") ?? "";
      return rule === id || (bus !== "default" && `${bus}/${rule}` === id);
    })
      ? "ValidationException: Rule can't be deleted since it has targets."
      : undefined,
  forceNew: ["name", "namePrefix", "eventBusName", "region"],
  otherwise: "update",
  source: "Amazon EventBridge API Reference: PutRule, DeleteRule",
};
