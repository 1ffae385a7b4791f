import { kebab, partsOf } from "../life/token.ts";
import { type Context, text } from "../type.ts";

export const regionOf = ({ site, inputs }: Context): string => text(inputs, "region") ?? site.region;
export const partitionOf = ({ site }: Context): string => site.places.aws.partition;

/** An ARN in the caller's partition, region and account. */
export const arn = (context: Context, service: string, rest: string): string =>
  `arn:${partitionOf(context)}:${service}:${regionOf(context)}:${context.site.account}:${rest}`;
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

/** The ARN of an object of any type: shaped like the documentation's example, else by the common form. */
export function arnOf(context: Context, id: string): string {
  if (id.startsWith("arn:")) return id;
  const { module, name } = partsOf(context.type);
  const example = context.schema?.importIds.find((text) => text.startsWith("arn:"));
  const service = example?.split(":")[2] ?? serviceOf(module, name);
  const kind =
    example === undefined ? kebab(name) : /^[^/:]*[/:](?=.)/.exec(example.split(":").slice(5).join(":"))?.[0];
  const global = context.schema?.inputs["region"] === undefined;
  const rest = kind === undefined ? id : example === undefined ? `${kind}/${id}` : `${kind}${id}`;
  return global ? globalArn(context, service, rest) : arn(context, service, rest);
}
