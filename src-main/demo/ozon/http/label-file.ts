import type { Answer } from '../../kit/http/answer.ts';
import type { Asked } from '../../kit/http/asked.ts';
import { labelFilePath, printablePostings } from '../endpoints/labels.ts';
import { scheduleHandOver } from '../rules/transit.ts';
import type { LabelPdf } from '../label-pdf.ts';
import type { Platform } from '../platform.ts';
import type { LabelTask } from '../world.ts';
import { unknownPath } from './answer.ts';

/** The PDF behind a `file_url`. No headers are asked for: the link is the secret. It stops working after its time. */
export async function labelFile(platform: Platform, labelPdf: LabelPdf, asked: Asked): Promise<Answer> {
  const task = platform.world.labelTasks.find((candidate) => labelFilePath(candidate) === asked.url.pathname);
  const nowMs = platform.clock.nowMs();
  if (asked.method !== 'GET' || task === undefined || !isThere(task, nowMs, platform.timings.labelFileLifeMs))
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
