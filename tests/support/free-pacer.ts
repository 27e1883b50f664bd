import type { MakePacer } from '../../src-main/app/ports/pacing.ts';

/** Never holds a call back, for tests that are not about pace. Tells what was asked for in `asked`. */
export function freePacer(asked: string[] = []): MakePacer {
  return () => ({
    take: async (bucket) => {
      asked.push(bucket);
      return 0;
    },
    pause: async () => undefined,
    adopt: async () => undefined,
  });
}
