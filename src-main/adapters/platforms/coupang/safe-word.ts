/** A platform's word, cut down to what may stand in a code. */
export const safeWord = (word: string): string => word.replace(/[^\w-]+/g, '_').slice(0, 60);
