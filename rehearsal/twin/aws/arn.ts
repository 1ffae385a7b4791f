import { kebab, lowerFirst, partsOf } from "../life/token.ts";
import { type Context, shown, text } from "../type.ts";
import { cloudFormation } from "./cfn/table.ts";

export const regionOf = ({ site, inputs }: Context): string => text(inputs, "region") ?? site.region;
export const partitionOf = ({ site }: Context): string => site.places.aws.partition;

/** An ARN in the caller's partition, region and account. */
export const arn = (context: Context, service: string, rest: string): string =>
  `arn:${partitionOf(context)}:${service}:${regionOf(context)}:${context.site.account}:${rest}`;
/** Claims names that must be free in the region; nothing is claimed where a part is not known. */
export const inRegion =
  (...keys: readonly string[]): ((context: Context) => readonly string[]) =>
  (context) => {
    const { inputs, site, type } = context;
    const parts = keys.map((key) => shown(inputs[key]));
    if (parts.includes("")) return [];
    const kind = type.slice(type.lastIndexOf(":") + 1);
    return [[kind, site.account, regionOf(context), ...parts].join(" ")];
  };
/** An ARN of a service without regions. */
export const globalArn = (context: Context, service: string, rest: string): string =>
  `arn:${partitionOf(context)}:${service}::${context.site.account}:${rest}`;

/** What a module's service is called in ARNs, where it is not the module. */
const SERVICES: { readonly [module: string]: string } = {
  alb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  elb: "elasticloadbalancing",
  sfn: "states",
  cfg: "config",
  ec2transitgateway: "ec2",
  ec2clientvpn: "ec2",
  ebs: "ec2",
  efs: "elasticfilesystem",
  msk: "kafka",
  mskconnect: "kafkaconnect",
  opensearch: "es",
  elasticsearch: "es",
  docdb: "rds",
  neptune: "rds",
  sesv2: "ses",
  timestreamwrite: "timestream",
  apigatewayv2: "apigateway",
  appautoscaling: "application-autoscaling",
};
const serviceOf = (module: string, name: string): string => {
  if (module === "cloudwatch") return name.startsWith("Log") ? "logs" : name.startsWith("Event") ? "events" : module;
  return SERVICES[module] ?? module;
};

/** The ARN of an object of any type: by CloudFormation's template, the documentation's example, or the common form. */
export function arnOf(context: Context, id: string): string {
  if (id.startsWith("arn:")) return id;
  const template = cloudFormation(context.type)?.arn;
  if (template !== undefined) return fromTemplate(template, context, id);
  const { module, name } = partsOf(context.type);
  const example = context.schema?.importIds.find((text) => text.startsWith("arn:"));
  const service = example?.split(":")[2] ?? serviceOf(module, name);
  const kind =
    example === undefined ? kebab(name) : /^[^/:]*[/:](?=.)/.exec(example.split(":").slice(5).join(":"))?.[0];
  const global = context.schema?.inputs["region"] === undefined;
  const rest = kind === undefined ? id : example === undefined ? `${kind}/${id}` : `${kind}${id}`;
  return global ? globalArn(context, service, rest) : arn(context, service, rest);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEX = /^(?=.*\d)[0-9a-f]{8,}$/;

/** An ARN in the form of the documentation's example: its words stay, its random parts are drawn, its name is the object's own. */
export function arnLike(example: string, context: Context, own: string | undefined): string {
  const [, , service = "", region = "", account = "", ...rest] = example.split(":");
  const parts = rest.join(":").split(/([/:])/);
  const isDrawn = (part: string): boolean => UUID.test(part) || HEX.test(part);
  const named = parts.findLastIndex((part, i) => i % 2 === 0 && !isDrawn(part) && (i > 0 || parts.length === 1));
  const made = parts.map((part, i) => {
    if (UUID.test(part)) return context.dice.uuid(`part ${i}`);
    if (HEX.test(part)) return context.dice.hex(`part ${i}`, part.length);
    return i === named ? (own ?? context.dice.hex("id", 16)) : part;
  });
  const place = [region === "" ? "" : regionOf(context), account === "" ? "" : context.site.account];
  return ["arn", partitionOf(context), service, ...place, made.join("")].join(":");
}

const PLACE: { readonly [variable: string]: (context: Context) => string } = {
  Partition: partitionOf,
  Region: regionOf,
  Account: ({ site }) => site.account,
};

/** Variables are the place, inputs of the same name, and for the last one the object itself. */
function fromTemplate(template: string, context: Context, id: string): string {
  const names = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name as string);
  const last = names.at(-1);
  return template.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const place = PLACE[name];
    if (place) return place(context);
    const own = text(context.inputs, "name");
    if (name === last)
      return /Name(WithPath)?$/.test(name) && own !== undefined ? own : id.slice(id.lastIndexOf(":") + 1);
    return text(context.inputs, lowerFirst(name)) ?? context.dice.hex(name, 16);
  });
}
