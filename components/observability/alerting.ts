import { isDnsLabel } from "../core/dns-label.ts";
import { type Limit } from "../core/validate.ts";
import type { Held } from "./held.ts";

/** How soon somebody must act: now, or on a working day. */
export type Severity = "page" | "ticket";
export const SEVERITIES: readonly Severity[] = ["page", "ticket"];

/** Who hears of what. */
export interface Alerting {
  readonly receivers: readonly Receiver[];
  /** Names of receivers, by severity. */
  readonly routes: { readonly [S in Severity]: readonly string[] };
}
/** Somebody who hears of alerts; what is secret lies where `Held` says, in a secret with the key that is named here. */
export type Receiver = Pager | Webhook | Slack | Email | Address;
interface Named {
  readonly name: string;
  readonly secret: Held;
}
/** Mail that home's cloud sends, where it keeps the metrics; pagers have addresses of mail too. */
export interface Address {
  readonly kind: "address";
  readonly name: string;
  readonly to: string;
}
/** The secret's key is `routing-key`. */
export interface Pager extends Named {
  readonly kind: "pagerduty";
}
/** The secret's key is `url`. */
export interface Webhook extends Named {
  readonly kind: "webhook";
}
/** The secret's key is `url`. */
export interface Slack extends Named {
  readonly kind: "slack";
  readonly channel: string;
}
/** The secret's key is `password`. */
export interface Email extends Named {
  readonly kind: "email";
  readonly to: string;
  readonly from: string;
  readonly username: string;
  /** `mail.acme.example:587`; TLS is required. */
  readonly server: string;
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
// the port for mail that is handed in, with STARTTLS (RFC 6409)
const SERVER = /^[a-z0-9.-]+:587$/;

/** What is wrong with who hears of what; `addressOnly` says why the service that keeps metrics tells nobody else. */
export function alertingLimits({ receivers, routes }: Alerting, addressOnly?: string): readonly Limit[] {
  const names = receivers.map(({ name }) => name);
  return [
    ["alerts.receivers", receivers.length === 0, "must have somebody: an alert that nobody hears is none"],
    ...receivers.flatMap((one, index): readonly Limit[] => [
      ...receiverLimits(one, `alerts.receivers[${index}]`, names.slice(0, index)),
      kindLimit(one, `alerts.receivers[${index}].kind`, addressOnly),
    ]),
    ...SEVERITIES.flatMap((severity): readonly Limit[] => [
      [
        `alerts.routes.${severity}`,
        routes[severity].length === 0,
        `must name a receiver: nobody would hear a ${severity}`,
      ],
      ...routes[severity].map(
        (name, index): Limit => [
          `alerts.routes.${severity}[${index}]`,
          !names.includes(name),
          `must be one of ${names.join(", ")}, got ${name}`,
        ],
      ),
    ]),
  ];
}

function kindLimit({ kind }: Receiver, path: string, addressOnly: string | undefined): Limit {
  if (addressOnly === undefined)
    return [
      path,
      kind === "address",
      "must not be address: our own Alertmanager writes by a server of yours, as email",
    ];
  return [
    path,
    kind !== "address",
    `must be address where metrics are managed, got ${kind}: ${addressOnly}; pagers have addresses of mail too`,
  ];
}

function receiverLimits(receiver: Receiver, path: string, others: readonly string[]): readonly Limit[] {
  const { name, kind } = receiver;
  return [
    [`${path}.name`, !isDnsLabel(name), `must be a DNS label, got ${name}`],
    [`${path}.name`, others.includes(name), `${name} is there twice`],
    ...(kind === "address"
      ? [[`${path}.to`, !ADDRESS.test(receiver.to), `must be an address, got ${receiver.to}`] as const]
      : []),
    ...(kind === "slack"
      ? [[`${path}.channel`, !/^#\S+$/.test(receiver.channel), `must be #<name>, got ${receiver.channel}`] as const]
      : []),
    ...(kind === "email" ? emailLimits(receiver, path) : []),
  ];
}

function emailLimits({ to, from, server }: Email, path: string): readonly Limit[] {
  return [
    [`${path}.to`, !ADDRESS.test(to), `must be an address, got ${to}`],
    [`${path}.from`, !ADDRESS.test(from), `must be an address, got ${from}`],
    [`${path}.server`, !SERVER.test(server), `must be <host>:587 (submission with STARTTLS), got ${server}`],
  ];
}
