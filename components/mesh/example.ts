import { Cluster, type People } from "../cluster/index.ts";
import type { Cloud, Site } from "../core/site.ts";
import { allocate } from "../ipam/index.ts";
import { Key } from "../key/index.ts";
import { Network } from "../network/index.ts";
import { Backbone } from "../backbone/index.ts";
import { ServiceMesh } from "./index.ts";
