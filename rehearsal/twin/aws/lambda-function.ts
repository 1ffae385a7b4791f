import { isObject, type Properties } from "../../wire/value.ts";
import { digest } from "../seed.ts";
import { type Context, type Limit, type TwinType, text } from "../type.ts";
import { arn, inRegion, partitionOf, regionOf } from "./arn.ts";

const nameOf = ({ inputs }: Context, id = ""): string => text(inputs, "name") ?? id;
const arnOf = (context: Context, id: string): string => arn(context, "lambda", `function:${nameOf(context, id)}`);

const limits = (inputs: Properties): readonly Limit[] => {
  const range = (property: string, least: number, most: number): Limit => {
    const value = inputs[property];
    const broken = typeof value === "number" && (value < least || value > most);
    return [
      property,
      broken,
      `expected ${property} to be in the range (${least} - ${most}), got ${JSON.stringify(value)}`,
    ];
  };
  const zip = inputs["packageType"] !== "Image";
  return [
    range("memorySize", 128, 32_768),
    range("timeout", 1, 900),
    [
      "handler",
      zip && text(inputs, "handler") === undefined,
      "handler and runtime must be set when PackageType is Zip",
    ],
    [
      "runtime",
      zip && text(inputs, "runtime") === undefined,
      "handler and runtime must be set when PackageType is Zip",
    ],
  ];
};

const codeHash = ({ inputs }: Context): string =>
  Buffer.from(digest(JSON.stringify([inputs["code"], inputs["s3Key"], inputs["imageUri"]])), "hex").toString("base64");

/** Every function of the account keeps a role that lets the service in. */
const lambdaFunction: TwinType = {
  token: "aws:lambda/function:Function",
  assumed: { handler: "index.handler", runtime: "nodejs22.x" },
  defaults: {
    memorySize: 128,
    packageType: "Zip",
    publish: false,
    reservedConcurrentExecutions: -1,
    skipDestroy: false,
    timeout: 3,
  },
  limits,
  id: (context) => nameOf(context),
  taken: (context) => `ResourceConflictException: Function already exist: ${nameOf(context)}`,
  needs: [
    {
      property: "role",
      to: "aws:iam/role:Role",
      words: () => "InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.",
    },
  ],
  computed: (context, id) => {
    const { inputs } = context;
    const version = inputs["publish"] === true ? "1" : "$LATEST";
    const full = arnOf(context, id);
    return {
      arn: full,
      architectures: inputs["architectures"] ?? ["x86_64"],
      codeSha256: codeHash(context),
      sourceCodeHash: inputs["sourceCodeHash"] ?? codeHash(context),
      ephemeralStorage: isObject(inputs["ephemeralStorage"]) ? inputs["ephemeralStorage"] : { size: 512 },
      invokeArn: `arn:${partitionOf(context)}:apigateway:${regionOf(context)}:lambda:path/2015-03-31/functions/${full}/invocations`,
      lastModified: context.now.replace("Z", ".000+0000"),
      loggingConfig: {
        applicationLogLevel: "",
        logFormat: "Text",
        logGroup: `/aws/lambda/${nameOf(context, id)}`,
        systemLogLevel: "",
        ...(isObject(inputs["loggingConfig"]) && inputs["loggingConfig"]),
      },
      qualifiedArn: `${full}:${version}`,
      qualifiedInvokeArn: `arn:${partitionOf(context)}:apigateway:${regionOf(context)}:lambda:path/2015-03-31/functions/${full}:${version}/invocations`,
      sourceCodeSize: 1024,
      tracingConfig: isObject(inputs["tracingConfig"]) ? inputs["tracingConfig"] : { mode: "PassThrough" },
      version,
    };
  },
  renewed: ["lastModified"],
  kept: ["version"],
  forceNew: ["name", "packageType", "region", "tenancyConfig", "capacityProviderConfig"],
  otherwise: "update",
  source: "AWS Lambda API Reference: CreateFunction, UpdateFunctionConfiguration",
};

const permission: TwinType = {
  token: "aws:lambda/permission:Permission",
  id: ({ inputs, dice }) => text(inputs, "statementId") ?? dice.digits("statement", 26),
  shared: true,
  needs: [
    {
      property: "function",
      to: "aws:lambda/function:Function",
      words: (value) => `ResourceNotFoundException: Function not found: ${value}`,
    },
  ],
  otherwise: "replace",
  source: "AWS Lambda API Reference: AddPermission has no update",
};

const eventSourceMapping: TwinType = {
  token: "aws:lambda/eventSourceMapping:EventSourceMapping",
  defaults: { enabled: true },
  id: ({ dice }) => dice.uuid("mapping"),
  claims: inRegion("eventSourceArn", "functionName"),
  taken: ({ inputs }) =>
    `ResourceConflictException: An event source mapping with arn (" ${text(inputs, "eventSourceArn") ?? ""} ") and function (" ${text(inputs, "functionName") ?? ""} ") already exists.`,
  needs: [
    {
      property: "functionName",
      to: "aws:lambda/function:Function",
      words: (value) => `ResourceNotFoundException: Function not found: ${value}`,
    },
  ],
  limits: (inputs) => [
    [
      "scalingConfig.maximumConcurrency",
      isObject(inputs["scalingConfig"]) &&
        typeof inputs["scalingConfig"]["maximumConcurrency"] === "number" &&
        inputs["scalingConfig"]["maximumConcurrency"] < 2,
      "expected scaling_config.0.maximum_concurrency to be at least (2)",
    ],
  ],
  computed: (context, id) => {
    const named = text(context.inputs, "functionName") ?? "";
    const full = named.startsWith("arn:") ? named : arn(context, "lambda", `function:${named}`);
    const stream = /:(kinesis|dynamodb):/.test(text(context.inputs, "eventSourceArn") ?? "");
    return {
      arn: arn(context, "lambda", `event-source-mapping:${id}`),
      batchSize: context.inputs["batchSize"] ?? (stream ? 100 : 10),
      functionArn: full,
      functionName: named,
      lastModified: context.now,
      state: "Enabled",
      stateTransitionReason: "USER_INITIATED",
      uuid: id,
    };
  },
  renewed: ["lastModified"],
  forceNew: [
    "eventSourceArn",
    "startingPosition",
    "startingPositionTimestamp",
    "queues",
    "topics",
    "selfManagedEventSource",
    "amazonManagedKafkaEventSourceConfig",
    "selfManagedKafkaEventSourceConfig",
    "region",
  ],
  otherwise: "update",
  source: "AWS Lambda API Reference: CreateEventSourceMapping, UpdateEventSourceMapping",
};

const functionUrl: TwinType = {
  token: "aws:lambda/functionUrl:FunctionUrl",
  needs: [
    {
      property: "functionName",
      to: "aws:lambda/function:Function",
      words: (value) => `ResourceNotFoundException: Function not found: ${value}`,
    },
  ],
  id: ({ inputs }) => text(inputs, "functionName") ?? "",
  computed: (context, id) => {
    const urlId = context.dice.letters("url", 32);
    const named = id.startsWith("arn:") ? id : arn(context, "lambda", `function:${id}`);
    return {
      functionArn: named,
      functionUrl: `https://${urlId}.lambda-url.${regionOf(context)}.on.aws/`,
      urlId,
      invokeMode: context.inputs["invokeMode"] ?? "BUFFERED",
    };
  },
  forceNew: ["functionName", "qualifier", "region"],
  otherwise: "update",
  source: "AWS Lambda API Reference: CreateFunctionUrlConfig",
};

/** Functions, who may call them, and what feeds them. */
export const lambda: readonly TwinType[] = [lambdaFunction, permission, eventSourceMapping, functionUrl];
