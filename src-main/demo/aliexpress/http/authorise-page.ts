import type { Answer } from '../../kit/http/answer.ts';
import type { Asked } from '../../kit/http/asked.ts';
import type { Platform } from '../platform.ts';
import { newCode } from '../tokens.ts';

/** `GET /oauth/authorize`: the demo seller always says yes, and the browser goes on to the registered address with the code. */
export function authorisePage(platform: Platform, asked: Asked): Answer {
  const query = asked.url.searchParams;
  const { app } = platform.world;
  const fault =
    query.get('response_type') !== 'code'
      ? 'response_type must be code'
      : query.get('client_id') !== app.appKey
        ? 'unknown client_id'
        : query.get('redirect_uri') !== app.redirectUri
          ? 'redirect_uri does not match the callback address of the app'
          : null;
  if (asked.method !== 'GET' || fault !== null) return page(400, fault ?? 'GET only');
  const code = platform.change((_store, nowMs) =>
    newCode(platform.world, query.get('uuid') ?? '', nowMs, platform.random),
  );
  const target = new URL(app.redirectUri);
  target.searchParams.set('code', code);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, headers: { Location: target.href, 'Content-Type': 'text/html' }, body: '' };
}

function page(status: number, text: string): Answer {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return { status, headers, body: `<!doctype html><title>AliExpress</title><p>${text}</p>` };
}
