import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import { type JsonNode, member, plain, readJson } from '../shared/json.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import type { Sender } from './sender.ts';
import type { TaobaoSettings } from './settings.ts';

const kept = z.object({
  /** Which code it was made from, so that a new code makes a new one; the code itself is not kept anywhere. */
  codeHash: z.string(),
  key: z.string().min(1),
  expiresAtMs: z.number().nullable(),
});

export interface Session {
  readonly key: string;
  /** By our clock; null for a token that was pasted: it does not say. */
  readonly expiresAtMs: number | null;
}

/** The seller's token. A seller's own app cannot renew it: when it ends she has to let the app in again. */
export interface SessionSource {
  get(): Promise<SessionResult>;
}
type SessionResult = { readonly ok: true; readonly session: Session } | Refused;

export interface SessionDeps {
  readonly sender: Sender;
  readonly clock: Clock;
  readonly notebook: Notebook;
}

const PAGE = 'session';

/** The pasted token; or the one that the code is exchanged for: once, however many calls want it, and kept over a restart. */
export function createSessionSource(settings: TaobaoSettings, deps: SessionDeps): SessionSource {
  let known: SessionResult | null =
    settings.sessionKey === '' ? null : { ok: true, session: { key: settings.sessionKey, expiresAtMs: null } };
  let underWay: Promise<SessionResult> | null = null;
  const obtain = async (): Promise<SessionResult> => {
    const found = await obtainSession(settings, deps);
    // A refused code stays refused; anything else that went wrong may go right the next time.
    if (found.ok || found.fault.kind === 'login') known = found;
    return found;
  };
  return {
    get: async () => {
      if (known !== null) return known;
      underWay ??= obtain().finally(() => {
        underWay = null;
      });
      return await underWay;
    },
  };
}

async function obtainSession(
  { appKey, authorisationCode: code }: TaobaoSettings,
  deps: SessionDeps,
): Promise<SessionResult> {
  const { notebook } = deps;
  const codeHash = createHash('sha256').update(`${appKey}\n${code}`).digest('base64url').slice(0, 16);
  const page = readKept(await notebook.read(PAGE));
  // Once spent, the code is gone from the settings: what is in the notebook is the shop's token then.
  if (page !== null && (code === '' || page.codeHash === codeHash)) return { ok: true, session: page };
  if (code === '') return { ok: false, fault: { kind: 'login', code: 'token-expired' } };
  const obtained = await exchange(code, deps);
  if (obtained.ok) await notebook.write(PAGE, JSON.stringify({ ...obtained.session, codeHash }));
  return obtained;
}

/** A code works once. Refused, it can only mean that she has to fetch another one. */
async function exchange(code: string, { sender, clock }: SessionDeps): Promise<SessionResult> {
  const answer = await sender.send('taobao.top.auth.token.create', { code }, null);
  if (!answer.ok) {
    const { fault } = answer;
    const isRefused = fault.kind === 'api' && /:code$|invalid_grant|token/i.test(fault.error.subCode);
    return isRefused ? { ok: false, fault: { kind: 'login', code: 'code-invalid' } } : answer;
  }
  const read = readToken(member(answer.body, 'token_result'), clock.nowMs());
  return read === null ? UNEXPECTED : { ok: true, session: read };
}

const seconds = z.coerce.number().nullish().catch(null);
const token = z.object({
  access_token: z.string().min(1),
  expires_in: seconds,
  r1_expires_in: seconds,
  r2_expires_in: seconds,
  w1_expires_in: seconds,
  w2_expires_in: seconds,
});

/** `token_result` is JSON in a text. Each level of reading and writing ends for itself; the first end is the end. */
export function readToken(result: JsonNode, nowMs: number): Session | null {
  const text = plain(result);
  const json = typeof text === 'string' ? readJson(text) : { node: result };
  const shape = token.safeParse(plain(json?.node));
  if (!shape.success) return null;
  const { access_token: key, ...lives } = shape.data;
  const ends = Object.values(lives).flatMap((life) => (typeof life === 'number' && life > 0 ? [life] : []));
  return { key, expiresAtMs: ends.length === 0 ? null : nowMs + Math.min(...ends) * 1000 };
}

function readKept(text: string | null): z.infer<typeof kept> | null {
  try {
    return kept.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
