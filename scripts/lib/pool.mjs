// Runs jobs a few at a time.

/** Runs the jobs in order, at most `width` at once; resolves to their results in the jobs' order. */
export async function inParallel(jobs, width) {
  const results = Array.from({ length: jobs.length });
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next;
      next += 1;
      results[index] = await jobs[index]();
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker));
  return results;
}
