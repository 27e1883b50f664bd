import type { IncomingMessage } from 'node:http';
import { labelFilePath, printablePostings } from '../endpoints/labels.ts';
import { scheduleHandOver } from '../rules/transit.ts';
import type { LabelTask } from '../world.ts';
import { unknownPath, type Answer } from './answer.ts';
import type { Served } from './served.ts';

/** The PDF behind a `file_url`. No headers are asked for: the link is the secret. It stops working after its time. */
export async function labelFile(
  { platform, labelPdf }: Served,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  const task = platform.world.labelTasks.find((candidate) => labelFilePath(candidate) === path);
  const nowMs = platform.clock.nowMs();
  if (request.method !== 'GET' || task === undefined || !isThere(task, nowMs, platform.timings.labelFileLifeMs))
    return unknownPath();
  const postings = platform.change((store) => {
    const printable = printablePostings(task, store);
    task.downloads += 1;
    for (const posting of printable) {
      posting.effects.labelDownloads += 1;
      if (posting.status === 'awaiting_deliver')
        scheduleHandOver(posting, nowMs + platform.timings.pickupDelayMs, platform.timings);
    }
    return printable;
  });
  const body = await labelPdf(task.size, postings, platform.store);
  return { status: 200, headers: { 'Content-Type': 'application/pdf' }, body };
}

function isThere(task: LabelTask, nowMs: number, lifeMs: number): boolean {
  return nowMs >= task.doneAtMs && nowMs < task.doneAtMs + lifeMs;
}
