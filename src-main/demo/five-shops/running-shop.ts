import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';

/** One simulated shop of the demo, listening on loopback. */
export interface RunningShop {
  readonly platform: 'amazon' | 'ozon' | 'coupang' | 'aliexpress' | 'taobao';
  readonly name: string;
  /** What a seller would type into the shop's form. */
  readonly settings: Readonly<Record<string, string>>;
  /** A new order comes in now. */
  arrive(): void;
  stop(): Promise<void>;
}

export interface ShopStart {
  readonly clock: DemoClock;
  readonly random: Random;
  /** Where the shop remembers what happened; null forgets with the process. */
  readonly stateFile: string | null;
  /** The folder that holds `fonts/`. */
  readonly assetsDir: string;
  /** How many orders it begins with. */
  readonly orders: number;
}

/** The option of a simulator that remembers, or none. */
export const remembering = ({ stateFile }: ShopStart): { stateFile?: string } =>
  stateFile === null ? {} : { stateFile };
