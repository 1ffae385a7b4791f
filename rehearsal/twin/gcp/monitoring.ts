import type { TwinType } from "../type.ts";
import { projectOf } from "./site.ts";

/** Who hears of alarms. */
export const monitoring: readonly TwinType[] = [
  {
    token: "gcp:monitoring/notificationChannel:NotificationChannel",
    defaults: { enabled: true, forceDelete: false },
    id: (context) => `projects/${projectOf(context)}/notificationChannels/${context.dice.digits("channel", 19)}`,
    computed: (_, id) => ({ name: id, verificationStatus: "" }),
    forceNew: ["project"],
    otherwise: "update",
    source: "Cloud Monitoring API reference: projects.notificationChannels",
  },
];
