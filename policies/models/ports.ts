/** A range of ports, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}
export const ALL_PORTS: PortRange = { from: 0, to: 65_535 };

/** Ports that open a machine or its data to whoever reaches them, by the service that listens there. */
export const SENSITIVE_PORTS: Readonly<Record<number, string>> = {
  20: "FTP",
  21: "FTP",
  22: "SSH",
  23: "Telnet",
  135: "RPC",
  139: "NetBIOS",
  445: "SMB",
  1433: "SQL Server",
  1521: "Oracle",
  2375: "Docker",
  2379: "etcd",
  3306: "MySQL",
  3389: "RDP",
  5432: "PostgreSQL",
  5439: "Redshift",
  5601: "Kibana",
  5900: "VNC",
  5985: "WinRM",
  5986: "WinRM",
  6379: "Redis",
  6443: "Kubernetes API",
  7000: "Cassandra",
  9042: "Cassandra",
  9092: "Kafka",
  9200: "Elasticsearch",
  9300: "Elasticsearch",
  10250: "kubelet",
  11211: "Memcached",
  27017: "MongoDB",
};

/** The range that `22`, `20-30` or `*` means. */
export function portRange(text: string): PortRange | undefined {
  if (text === "*") return ALL_PORTS;
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** What the range lets through, in words: `all ports`, `SSH (22)`; nothing where it holds no sensitive port. */
export function sensitivePorts({ from, to }: PortRange): string | undefined {
  if (from <= 1 && to >= ALL_PORTS.to) return "all ports";
  const hit = Object.entries(SENSITIVE_PORTS).filter(([port]) => Number(port) >= from && Number(port) <= to);
  return hit.length === 0 ? undefined : hit.map(([port, service]) => `${service} (${port})`).join(", ");
}

/** Whether one range covers the other. */
export function coversPorts(outer: PortRange, inner: PortRange): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}
