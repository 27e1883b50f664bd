import { config } from 'zod';

/**
 * Imported before any schema: zod would else probe `new Function`, which the window's content policy forbids
 * and reports. Schemas are then interpreted; ours are small.
 */
config({ jitless: true });
