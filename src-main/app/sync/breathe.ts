/** Lets everything else that waits in this process, the board's questions first, have its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
