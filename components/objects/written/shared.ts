// parts of the core API that kinds of other projects hold
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: "In" | "NotIn" | "Exists" | "DoesNotExist"; values?: string[] }[];
}
export interface NodeSelectorRequirement {
  key: string;
  operator: "In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt";
  values?: string[];
}
export interface Taint {
  key: string;
  effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
  value?: string;
  timeAdded?: string;
}
export interface Toleration {
  key?: string;
  operator?: "Exists" | "Equal";
  value?: string;
  effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
  tolerationSeconds?: number;
}

export interface MetricSpec {
  type: "ContainerResource" | "External" | "Object" | "Pods" | "Resource";
  containerResource?: { container: string; name: string; target: MetricTarget };
  external?: NamedMetric;
  object?: {
    describedObject: { apiVersion?: string; kind: string; name: string };
    metric: MetricName;
    target: MetricTarget;
  };
  pods?: NamedMetric;
  resource?: { name: string; target: MetricTarget };
}
export interface NamedMetric {
  metric: MetricName;
  target: MetricTarget;
}
interface MetricName {
  name: string;
  selector?: LabelSelector;
}
interface MetricTarget {
  type: "Utilization" | "Value" | "AverageValue";
  averageUtilization?: number;
  averageValue?: number | string;
  value?: number | string;
}
export interface ScalingBehavior {
  scaleDown?: ScalingRules;
  scaleUp?: ScalingRules;
}
interface ScalingRules {
  policies?: { type: "Pods" | "Percent"; value: number; periodSeconds: number }[];
  selectPolicy?: "Max" | "Min" | "Disabled";
  stabilizationWindowSeconds?: number;
  tolerance?: number | string;
}
