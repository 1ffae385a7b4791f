import { shown, type TwinType, text } from "../type.ts";
import { arn } from "./arn.ts";

const DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Log groups. */
export const logs: readonly TwinType[] = [
  {
    token: "aws:cloudwatch/logGroup:LogGroup",
    defaults: { retentionInDays: 0, skipDestroy: false },
    id: ({ inputs, dice }) =>
      text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? "terraform-"}${dice.digits("group", 26)}`,
    taken: () => "ResourceAlreadyExistsException: The specified log group already exists",
    limits: ({ retentionInDays: days }) => [
      [
        "retentionInDays",
        typeof days === "number" && !DAYS.includes(days),
        `expected retention_in_days to be one of [${DAYS.join(" ")}], got ${shown(days)}`,
      ],
    ],
    computed: (context, id) => ({
      arn: arn(context, "logs", `log-group:${id}`),
      logGroupClass: text(context.inputs, "logGroupClass") ?? "STANDARD",
      name: id,
    }),
    forceNew: ["name", "namePrefix", "logGroupClass", "region"],
    otherwise: "update",
    source: "Amazon CloudWatch Logs API Reference: CreateLogGroup, PutRetentionPolicy",
  },
];
