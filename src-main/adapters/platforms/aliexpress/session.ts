import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { JsonNode } from '../shared/json.ts';
import type { CallFault } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { firstText, textOf, wholeOf } from './nodes.ts';
import type { AliSettings } from './settings.ts';

const MINUTE_MS = 60_000;
/** A refresh that failed while the old token still works is tried again after this. */
const RETRY_REFRESH_MS = 5 * MINUTE_MS;

/** Times by our own clock. */
const sessionSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string(),
  accessExpiresAtMs: z.number(),
  refreshExpiresAtMs: z.number(),
  /** A new token is fetched when less than this is left. */
  spareMs: z.number(),
  /** What the seller calls the account. */
  nick: z.string(),
});
/** `codeHash`: which code it came from, so that a new code makes a new session; the code itself is not kept. */
const pageSchema = z.union([
  z.object({ codeHash: z.string(), refused: z.literal(true) }),
  z.object({ codeHash: z.string(), session: sessionSchema }),
]);
const PAGE = 'session';

export type Session = z.infer<typeof sessionSchema>;
export type SessionResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly fault: CallFault };

/** The tokens of one authorisation: made once from the code, renewed in time, kept over a restart. Never throws. */
export interface SessionKeeper {
  get(): Promise<SessionResult>;
  /** The platform refused this access token: gives another one, or says that the seller must authorise again. */
  renew(refusedToken: string): Promise<SessionResult>;
}

export interface SessionDeps {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly notebook: Notebook;
}

export function createSessionKeeper(settings: AliSettings, deps: SessionDeps): SessionKeeper {
  const keeper = new Keeper(settings, deps);
  return { get: async () => await keeper.get(null), renew: async (token) => await keeper.get(token) };
}

class Keeper {
  readonly #settings: AliSettings;
  readonly #deps: SessionDeps;
  readonly #codeHash: string;
  #held: Session | null = null;
  #isCodeRefused = false;
  #underWay: Promise<SessionResult> | null = null;
  #noRefreshBeforeMs = Number.NEGATIVE_INFINITY;

  constructor(settings: AliSettings, deps: SessionDeps) {
    this.#settings = settings;
    this.#deps = deps;
    const hash = createHash('sha256').update(`${settings.appKey}\n${settings.authorisationCode}`).digest('base64url');
    this.#codeHash = hash.slice(0, 16);
  }

  /** One request at a time, however many calls wait for its token. */
  async get(refusedToken: string | null): Promise<SessionResult> {
    const held = this.#held;
    if (held !== null && held.accessToken !== refusedToken && !this.#isRefreshDue(held)) return found(held);
    this.#underWay ??= this.#obtain(refusedToken).finally(() => {
      this.#underWay = null;
    });
    return await this.#underWay;
  }

  async #obtain(refusedToken: string | null): Promise<SessionResult> {
    if (this.#held === null) await this.#read();
    if (this.#isCodeRefused) return lost('code-invalid');
    const held = this.#held;
    if (held === null)
      return this.#settings.authorisationCode === '' ? lost('token-expired') : await this.#exchangeCode();
    const isRefused = held.accessToken === refusedToken;
    if (!isRefused && !this.#isRefreshDue(held)) return found(held);
    return await this.#refresh(held, isRefused);
  }

  #isRefreshDue({ accessExpiresAtMs, spareMs }: Session): boolean {
    const nowMs = this.#deps.clock.nowMs();
    if (accessExpiresAtMs <= nowMs) return true;
    return accessExpiresAtMs - nowMs < spareMs && nowMs >= this.#noRefreshBeforeMs;
  }

  async #read(): Promise<void> {
    const page = parsePage(await this.#deps.notebook.read(PAGE));
    // Once spent, the code is gone from the settings: what is in the notebook is the shop's session then.
    const isOurs = this.#settings.authorisationCode === '' || page?.codeHash === this.#codeHash;
    if (page === null || !isOurs) return;
    if ('refused' in page) this.#isCodeRefused = true;
    else this.#held = page.session;
  }

  /** The code works once; a refused one is not asked with again. */
  async #exchangeCode(): Promise<SessionResult> {
    const { gateway } = this.#deps;
    const answer = await gateway.call('/auth/token/create', { code: this.#settings.authorisationCode }, '');
    if (answer.ok) return await this.#keep(answer.body, null);
    if (answer.fault.kind !== 'api' || answer.fault.error.code !== 'InvalidCode') return answer;
    this.#isCodeRefused = true;
    await this.#note({ codeHash: this.#codeHash, refused: true });
    return lost('code-invalid');
  }

  /** A refresh that fails does no harm while the old token still works. */
  async #refresh(held: Session, isRefused: boolean): Promise<SessionResult> {
    const { gateway, clock } = this.#deps;
    const isAlive = !isRefused && held.accessExpiresAtMs > clock.nowMs();
    if (held.refreshToken === '' || held.refreshExpiresAtMs <= clock.nowMs())
      return this.#notRefreshed(held, isAlive, lost('token-expired'));
    const answer = await gateway.call('/auth/token/refresh', { refresh_token: held.refreshToken }, '');
    if (answer.ok) return await this.#keep(answer.body, held);
    const isDead = answer.fault.kind === 'api' && /^(Invalid|Illegal)RefreshToken$/.test(answer.fault.error.code);
    return this.#notRefreshed(held, isAlive, isDead ? lost('token-expired') : answer);
  }

  #notRefreshed(held: Session, isAlive: boolean, failure: SessionResult): SessionResult {
    if (!isAlive) return failure;
    this.#noRefreshBeforeMs = this.#deps.clock.nowMs() + RETRY_REFRESH_MS;
    return found(held);
  }

  /** On paper before it is used: a refresh token that was spent cannot be had again. */
  async #keep(body: JsonNode, before: Session | null): Promise<SessionResult> {
    const session = parseSession(body, before, this.#deps.clock.nowMs());
    if (session === null) return { ok: false, fault: { kind: 'unexpected-answer' } };
    await this.#note({ codeHash: this.#codeHash, session });
    this.#held = session;
    return found(session);
  }

  async #note(page: z.infer<typeof pageSchema>): Promise<void> {
    await this.#deps.notebook.write(PAGE, JSON.stringify(page));
  }
}

const found = (session: Session): SessionResult => ({ ok: true, session });
const lost = (code: string): SessionResult => ({ ok: false, fault: { kind: 'no-session', code } });

/**
 * The answer of /auth/token/create and /auth/token/refresh. The lives in seconds are believed before the times, because
 * our clock may differ from the platform's; a refresh may or may not bring a new refresh token and horizon.
 */
function parseSession(body: JsonNode, before: Session | null, nowMs: number): Session | null {
  const accessToken = textOf(body, 'access_token');
  const lifeMs = lifeOf(body, 'expires_in', 'expire_time', nowMs);
  if (accessToken === null || lifeMs === null) return null;
  const refreshLifeMs = lifeOf(body, 'refresh_expires_in', 'refresh_token_valid_time', nowMs);
  return {
    accessToken,
    refreshToken: textOf(body, 'refresh_token') ?? before?.refreshToken ?? '',
    accessExpiresAtMs: nowMs + lifeMs,
    refreshExpiresAtMs: refreshLifeMs === null ? (before?.refreshExpiresAtMs ?? nowMs + lifeMs) : nowMs + refreshLifeMs,
    spareMs: Math.max(30 * MINUTE_MS, Math.min(24 * 60 * MINUTE_MS, lifeMs / 10)),
    nick: firstText(body, 'user_nick', 'account', 'seller_id') ?? before?.nick ?? '',
  };
}

function lifeOf(body: JsonNode, secondsKey: string, timeKey: string, nowMs: number): number | null {
  const seconds = wholeOf(body, secondsKey);
  if (seconds !== null) return seconds * 1_000;
  const untilMs = wholeOf(body, timeKey);
  return untilMs === null ? null : untilMs - nowMs;
}

function parsePage(text: string | null): z.infer<typeof pageSchema> | null {
  try {
    return pageSchema.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
