import type { FirewallArgs } from "@pulumi/gcp/compute/firewall.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { listed } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, type Truth } from "../../core/truth.ts";
import { every, undetermined } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";
import { FLOWS, type Flow, isFlow, isOpen } from "../../models/flow/index.ts";
import { sensitivePorts } from "../../models/ports.ts";

const FIREWALL = "gcp:compute/firewall:Firewall";
const MACHINE = "gcp:compute/instance:Instance";
// what keeps data, as the table of ports calls it
const DATA = /SQL|Oracle|Redshift|Redis|Cassandra|Kafka|Elasticsearch|Memcached|MongoDB|etcd|all ports/;

const database: GraphCheck = (instance: Resource<DatabaseInstanceArgs>) => {
  const place = "settings.ipConfiguration";
  const open = anyPublic(listed(instance, `${place}.authorizedNetworks`, "value"));
  const address = holds(instance.flag(`${place}.ipv4Enabled`), (on) => on, true);
  return faultIf(allOf([address, open]), `${place}.authorizedNetworks`, "let the internet in by the public address");
};

function hasPublicAddress(machine: Resource): Truth {
  const cards = machine.list("networkInterfaces");
  if (cards.state !== "known") return cards.state === "unknown" && cards;
  return anyOf(cards.value.map((card) => holds(card.list("accessConfigs"), (list) => list.length > 0)));
}

/** A rule without targets is for every machine of its network. */
function isFor(rule: Resource<FirewallArgs>, machine: Resource): Truth {
  const targets = rule.list("targetTags");
  if (targets.state === "unknown") return targets;
  if (targets.state === "absent") return sharesNetwork(rule, machine);
  const tags = listed(machine, "tags");
  return anyOf(
    listed(rule, "targetTags").flatMap((target) =>
      tags.map((tag): Truth => {
        if (tag.state === "unknown") return tag;
        return holds(target, (name) => tag.state === "known" && tag.value === name);
      }),
    ),
  );
}

// by the network both were computed from, else by its name, which may be the end of a link
function sharesNetwork(rule: Resource<FirewallArgs>, machine: Resource): Truth {
  const [mine, theirs] = [rule.edges["network"] ?? [], machine.edges["networkInterfaces"] ?? []];
  if (mine.some((urn) => theirs.includes(urn))) return true;
  const own = rule.text("network");
  if (own.state === "unknown") return mine.length > 0 && theirs.length > 0 ? false : own;
  return anyOf(
    listed(machine, "networkInterfaces", "network").map((network) =>
      network.state === "unknown"
        ? network
        : holds(own, (name) => network.state === "known" && lastOf(network.value) === lastOf(name)),
    ),
  );
}
const lastOf = (link: string) => link.split("/").at(-1);

const reachesData = ({ ports }: Flow): Truth =>
  anyOf(ports.map((port) => holds(port, (range) => DATA.test(sensitivePorts(range) ?? ""))));

const firewall: GraphCheck = (rule: Resource<FirewallArgs>, { graph }) => {
  const machines = graph.ofType(MACHINE);
  return every(
    FLOWS[FIREWALL](rule).flatMap((flow) => {
      if (!isFlow(flow)) return [undetermined(flow)];
      const open = allOf([flow.inbound, flow.allows, isOpen(flow), reachesData(flow)]);
      return machines.map((machine) =>
        faultIf(
          allOf([open, hasPublicAddress(machine), isFor(rule, machine)]),
          flow.path,
          `lets the internet reach the data of ${machine.name} at its public address`,
        ),
      );
    }),
  );
};

export const GCP_CHECKS: Readonly<Record<string, GraphCheck>> = {
  "gcp:sql/databaseInstance:DatabaseInstance": database,
  [FIREWALL]: firewall,
};
