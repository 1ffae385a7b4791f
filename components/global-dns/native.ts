import type { HealthCheckArgs } from "@pulumi/aws/route53/healthCheck.js";
import type { RecordArgs } from "@pulumi/aws/route53/record.js";
import type { ZoneArgs as HostedZoneArgs } from "@pulumi/aws/route53/zone.js";
import type { DnssecConfigArgs } from "@pulumi/azure-native/dns/dnssecConfig.js";
import type { RecordSetArgs as AzureRecordSetArgs } from "@pulumi/azure-native/dns/recordSet.js";
import type { ZoneArgs } from "@pulumi/azure-native/dns/zone.js";
import type { ManagedZoneArgs } from "@pulumi/gcp/dns/managedZone.js";
import type { RecordSetArgs } from "@pulumi/gcp/dns/recordSet.js";

/** The children of a zone that `transform` can reach. */
export type ZoneChildren = {
  readonly aws: { readonly zone: HostedZoneArgs; readonly record: RecordArgs };
  readonly gcp: { readonly zone: ManagedZoneArgs; readonly record: RecordSetArgs };
  readonly azure: {
    readonly zone: ZoneArgs;
    readonly signing: DnssecConfigArgs;
    readonly record: AzureRecordSetArgs;
  };
};
/** The children of a front door that `transform` can reach; elsewhere it is made of records of the zone's. */
export type DoorChildren = {
  readonly aws: { readonly healthCheck: HealthCheckArgs; readonly record: RecordArgs };
  readonly gcp: object;
  readonly azure: object;
};
