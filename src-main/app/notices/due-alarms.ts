import { LONGEST_LEAD_MS, nextRung, RUNGS, type Rung, type Told } from '../../core/deadline/ladder.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { AppDeps } from '../deps.ts';
import type { Notice } from '../ports/notifier.ts';
import { WorkerLoop } from '../worker-loop.ts';
import { isQuiet } from './quiet-hours.ts';
import { ALARM_SUBJECTS, runningClocks, type RunningClock } from './running-clocks.ts';
import { keepTold, readTold } from './told-alarms.ts';

/** The first sync of the day may bring word that an order has long left. */
const FIRST_LOOK_MS = 45_000;
const LOOK_EVERY_MS = 60_000;

type AlarmDeps = Pick<AppDeps, 'store' | 'clock' | 'log' | 'preferences' | 'notifier'>;

/**
 * The alarm ladder: what must leave the house, or wants an answer, is told a day, four hours and one hour before its
 * end and when it is over — each order once a step, all of one step in one notice, over restarts too.
 */
export class DueAlarms {
  readonly #deps: AlarmDeps;
  readonly #show: (notice: Notice) => void;
  readonly #loop: WorkerLoop;
  #told: Map<string, Told> | null = null;

  constructor(deps: AlarmDeps, show: (notice: Notice) => void) {
    this.#deps = deps;
    this.#show = show;
    this.#loop = new WorkerLoop('alarms', deps.clock, deps.log, async () => {
      await this.#look();
      return LOOK_EVERY_MS;
    });
  }

  start(): void {
    this.#loop.start(FIRST_LOOK_MS);
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #look(): Promise<void> {
    const { store, clock, preferences, notifier } = this.#deps;
    const wishes = preferences.read();
    if (!wishes.hasNotices || !wishes.hasAlarms) return;
    const nowMs = clock.nowMs();
    const clocks = await runningClocks(store.read, nowMs + LONGEST_LEAD_MS);
    const before = (this.#told ??= await readTold(store.read));
    const isNight = isQuiet(wishes, notifier.minuteOfDay());
    const reached = clocks.flatMap((running) => {
      const rung = nextRung(running, before.get(running.id) ?? null, nowMs, isNight);
      return rung === null ? [] : [{ running, rung }];
    });
    for (const notice of noticesOf(reached)) this.#show(notice);
    const news = new Map(reached.map(({ running, rung }) => [running.id, { rung, dueAtMs: running.dueAtMs }]));
    await this.#remember(clocks, before, news);
  }

  /** What runs no more is forgotten with the next thing that is told. */
  async #remember(
    clocks: readonly RunningClock[],
    before: ReadonlyMap<string, Told>,
    news: ReadonlyMap<string, Told>,
  ): Promise<void> {
    if (news.size === 0) return;
    this.#told = new Map(
      clocks.flatMap(({ id }) => {
        const told = news.get(id) ?? before.get(id);
        return told === undefined ? [] : [[id, told]];
      }),
    );
    await keepTold(this.#deps.store, this.#told);
  }
}

interface Reached {
  readonly running: RunningClock;
  readonly rung: Rung;
}

/** One notice a step, orders, cases and replies apart; the most pressing last, so that it lies on top. */
function noticesOf(reached: readonly Reached[]): Notice[] {
  return RUNGS.flatMap(({ id: rung }) =>
    ALARM_SUBJECTS.flatMap((subject) => {
      const clocks = reached.filter((one) => one.rung === rung && one.running.subject === subject);
      return clocks.length === 0
        ? []
        : [
            noticeOf(
              subject,
              rung,
              clocks.map(({ running }) => running),
            ),
          ];
    }),
  );
}

function noticeOf(subject: RunningClock['subject'], rung: Rung, clocks: readonly RunningClock[]): Notice {
  const times = clocks.map(({ dueAtMs }) => dueAtMs);
  const platforms = PLATFORMS.flatMap((platform) => {
    const count = clocks.filter((running) => running.platform === platform).length;
    return count === 0 ? [] : [{ platform, count }];
  });
  const orderIds = clocks.flatMap(({ orderId }) => orderId ?? []);
  if (subject !== 'order') return { kind: subject === 'case' ? 'cases-due' : 'replies-due', rung, platforms, orderIds };
  return { kind: 'orders-due', rung, platforms, orderIds, fromMs: Math.min(...times), toMs: Math.max(...times) + 1 };
}
