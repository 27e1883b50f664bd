import type { Random } from '../../random.ts';
import type { Box } from '../box.ts';
import { demoTimings } from '../timings.ts';
import type { CoupangWorld } from '../world.ts';
import { makeBox } from './make-box.ts';

/** The next order of a running demo, paid this minute. Changes nothing; give it to an `add-order` event. */
export function arrivingBox(world: Pick<CoupangWorld, 'boxes' | 'agenda'>, nowMs: number, random: Random): Box {
  const taken = new Set(world.boxes.map((box) => box.shipmentBoxId));
  // What the agenda still holds back has its ids already.
  for (let serial = world.boxes.length + world.agenda.length + 1; ; serial += 1) {
    const box = makeBox(random, { serial, orderedAtMs: nowMs, visibleDelayMs: demoTimings.visibleDelayMs });
    if (!taken.has(box.shipmentBoxId)) return box;
  }
}
