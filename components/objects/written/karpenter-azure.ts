// Karpenter's provider for Azure 1.14
export interface KarpenterAzureKinds {
  "karpenter.azure.com/v1beta1/AKSNodeClass": { spec?: NodeClass };
}

interface NodeClass {
  artifactStreaming?: { enabled?: boolean };
  fipsMode?: "FIPS" | "Disabled";
  gpu?: { mode?: "Driver" | "None" };
  imageFamily?: "Ubuntu" | "Ubuntu2204" | "Ubuntu2404" | "AzureLinux";
  kubelet?: Kubelet;
  linuxOSConfig?: LinuxSettings;
  localDNS?: {
    mode: "Preferred" | "Required" | "Disabled";
    vnetDNSOverrides: ZoneOverride[];
    kubeDNSOverrides: ZoneOverride[];
  };
  maxPods?: number;
  osDiskSizeGB?: number;
  security?: { encryptionAtHost?: boolean };
  tags?: Record<string, string>;
  vnetSubnetID?: string;
}
interface Kubelet {
  allowedUnsafeSysctls?: string[];
  containerLogMaxFiles?: number;
  containerLogMaxSize?: string;
  cpuCFSQuota?: boolean;
  cpuCFSQuotaPeriod?: string;
  cpuManagerPolicy?: "none" | "static";
  failSwapOn?: boolean;
  imageGCHighThresholdPercent?: number;
  imageGCLowThresholdPercent?: number;
  podPidsLimit?: number;
  topologyManagerPolicy?: "restricted" | "best-effort" | "none" | "single-numa-node";
}
interface LinuxSettings {
  swapFileSize?: string;
  /** By their names in camel case: `vmMaxMapCount`. */
  sysctls?: Record<string, number | string | boolean>;
  transparentHugePageDefrag?: "always" | "defer" | "defer+madvise" | "madvise" | "never";
  transparentHugePageEnabled?: "always" | "madvise" | "never";
}
interface ZoneOverride {
  zone: string;
  cacheDuration: string;
  forwardDestination: "ClusterCoreDNS" | "VnetDNS";
  forwardPolicy: "Sequential" | "RoundRobin" | "Random";
  maxConcurrent: number;
  protocol: "PreferUDP" | "ForceTCP";
  queryLogging: "Error" | "Log";
  serveStale: "Verify" | "Immediate" | "Disable";
  serveStaleDuration: string;
}
