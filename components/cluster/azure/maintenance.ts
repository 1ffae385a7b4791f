import { MaintenanceConfiguration } from "@pulumi/azure-native/containerservice/maintenanceConfiguration.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";

// names that AKS knows: when patches of the cluster come, and when those of its machines
const WINDOWS = { cluster: "aksManagedAutoUpgradeSchedule", machines: "aksManagedNodeOSUpgradeSchedule" } as const;

/** The weekly window, for the control plane and for the machines. */
export function maintenance(
  { site, child }: Scope<"azure", ClusterChildren["azure"]>,
  resourceName: Input<string>,
  { maintenance: { day, startHour, hours } }: ClusterSpec,
): readonly Resource[] {
  const dayOfWeek = day.replace(/^\w/, (letter) => letter.toUpperCase());
  return Object.entries(WINDOWS).map(
    ([of, configName]) =>
      new MaintenanceConfiguration(
        ...child(
          "maintenance",
          {
            configName,
            resourceName,
            resourceGroupName: site.resourceGroupName,
            maintenanceWindow: {
              schedule: { weekly: { dayOfWeek, intervalWeeks: 1 } },
              startTime: `${String(startHour).padStart(2, "0")}:00`,
              durationHours: hours,
              utcOffset: "+00:00",
            },
          },
          { of },
        ),
      ),
  );
}
