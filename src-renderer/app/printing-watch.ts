import { invoke } from '../client/client.ts';
import { codeText } from '../i18n/code-text.ts';
import { numberTail } from '../i18n/format.ts';
import { currentWords } from '../i18n/use-words.ts';
import { newsBetween, type PrintNews } from '../printing/batch-news.ts';
import { heldStep, lookOf } from '../printing/paper-look.ts';
import { causeOf, isVague } from '../printing/stop-cause.ts';
import { announce } from '../stores/announce.ts';
import { useMachines } from '../stores/machines.ts';
import { goTo, useRoute } from '../stores/route.ts';
import { hideToast, showToast, useToast } from '../stores/toast.ts';

/** Tells the seller, wherever she is, that a batch stopped or held a label back; what else happens is only spoken. Returns the stop. */
export function watchPrinting(): () => void {
  return useMachines.subscribe(({ day }, { day: before }) => {
    // The first reading after the start is in the bar already: nothing has just happened.
    if (day === null || before === null || day === before) return;
    for (const news of newsBetween(before.batches, day.batches)) void askWhy(news).then(() => tell(news));
  });
}

/** The talk broke off: the printer itself may know why. Never throws. */
async function askWhy({ kind, batch }: PrintNews): Promise<void> {
  if (kind !== 'stopped' || !isVague(causeOf(batch, useMachines.getState().printers))) return;
  const status = await invoke('printers.askStatus', { id: batch.printerId }).catch(() => null);
  if (status === null) return;
  useMachines.setState(({ printers }) => ({
    printers: printers?.map((printer) => (printer.id === batch.printerId ? { ...printer, status } : printer)) ?? null,
  }));
}

function tell(news: PrintNews): void {
  const text = newsText(news);
  const isGrave = news.kind === 'stopped' || news.kind === 'held';
  if (!isGrave || useRoute.getState().place === 'printing') {
    announce(text);
    return;
  }
  showToast({
    tone: 'late',
    text,
    action: { text: currentWords()('printing:news.look'), run: look },
  });
}

/** The printing centre says it all: the message has done its work. */
function look(): void {
  goTo('printing');
  hideToast(useToast.getState().toast?.turn ?? 0);
}

function newsText(news: PrintNews): string {
  const t = currentWords();
  const { batch } = news;
  switch (news.kind) {
    case 'stopped': {
      const cause = t(`printing:cause.${causeOf(batch, useMachines.getState().printers)}.name`);
      return batch.jobs.length === 1
        ? t('printing:news.stoppedOne', { cause })
        : t('printing:news.stopped', { cause, number: batch.stoppedAt ?? 1 });
    }
    case 'held': {
      const why = codeText('fault', heldStep(news.job) ?? news.job.step, {}, t);
      return t('printing:news.held', { order: numberTail(news.job.remoteId), why });
    }
    case 'resumed': {
      const next = batch.jobs.find((job) => ['waiting', 'busy'].includes(lookOf(job)));
      return t('printing:news.resumed', { number: next?.position ?? 1 });
    }
    case 'done':
      return t('printing:news.done', { count: batch.jobs.length });
    default:
      return t('printing:news.paused');
  }
}
