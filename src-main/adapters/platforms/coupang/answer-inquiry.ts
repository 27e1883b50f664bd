import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger, member, plain } from '../shared/json.ts';
import { codeOf } from './acknowledge.ts';
import type { Standing } from './answer-receipt.ts';
import { type CallFault, faultOutcome, writeOutcome } from './call-fault.ts';
import { CASE_WINDOW_DAYS, listQuestions, listTickets } from './case-lists.ts';
import type { ConnectorContext } from './context.ts';
import type { NodePage } from './list-receipts.ts';
import { openAnswerId, parseQuestion, parseTicket } from './parse-inquiry.ts';
import { ticketPath } from './paths.ts';
import { seoulDay } from './seoul-time.ts';

type Answer = EffectOf<'answer-case'>;

/** What is known of an inquiry for one answer: how it stands, and which word of the agent waits for ours. */
type Look =
  | { readonly ok: true; readonly standing: Standing; readonly parentAnswerId: string | null }
  | { readonly ok: false; readonly fault: CallFault };

const WEEKS_BACK = 5;

/** Newlines as the platform wants them; words are compared without the blanks at their ends. */
const contentOf = ({ text }: Answer): string => text.trim().replaceAll('\r\n', '\n');

const idOf = ({ remoteId }: Answer): string => remoteId.slice(1);

async function look(context: ConnectorContext, answer: Answer): Promise<Look> {
  const isTicket = answer.remoteId.startsWith('T');
  if (!/^[QT]\d{1,19}$/.test(answer.remoteId)) return settled({ failed: 'not-found' });
  if (answer.action === 'close')
    return isTicket ? await lookAtTransfer(context, answer) : settled({ failed: 'action-not-offered' });
  if (answer.action !== 'reply') return settled({ failed: 'action-not-offered' });
  return isTicket ? await lookAtTicket(context, answer) : await lookAtQuestion(context, answer);
}

const settled = (standing: Standing, parentAnswerId: string | null = null): Look => ({
  ok: true,
  standing,
  parentAnswerId,
});

/** Answers cannot be taken back and the platform takes the same one twice, so what was said already counts as said. */
async function lookAtQuestion(context: ConnectorContext, answer: Answer): Promise<Look> {
  const found = await findByWeek(context, answer, (window) => listQuestions(context, window));
  if (!found.ok) return found;
  const parsed = found.node === null ? null : parseQuestion(found.node);
  if (parsed === null || !parsed.ok) return settled({ failed: 'not-found' });
  const isSaid = parsed.afterSale.messages.some(({ by, text }) => by === 'seller' && text.trim() === contentOf(answer));
  return settled(isSaid ? 'done' : 'open');
}

async function lookAtTicket(context: ConnectorContext, answer: Answer): Promise<Look> {
  const read = await context.proxy.call({ method: 'GET', path: ticketPath(idOf(answer)) }, 'push');
  if (!read.ok) {
    const isNone = read.fault.kind === 'api' && read.fault.status === 400;
    return isNone ? settled({ failed: 'not-found' }) : read;
  }
  const data = member(read.body, 'data');
  const node: JsonNode = Array.isArray(data) ? data[0] : data;
  const parsed = parseTicket(node, false);
  if (!parsed.ok) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const { messages, openActions } = parsed.afterSale;
  if (messages.some(({ by, text }) => by === 'seller' && text.trim() === contentOf(answer))) return settled('done');
  const parentAnswerId = openAnswerId(node);
  // After a day the system closes it as answered; then only WING takes an answer.
  return openActions.includes('reply') && parentAnswerId !== null
    ? settled('open', parentAnswerId)
    : settled({ failed: 'inquiry-closed' });
}

/** A transfer that is confirmed is in the list of transfers no more. */
async function lookAtTransfer(context: ConnectorContext, answer: Answer): Promise<Look> {
  const found = await findByWeek(context, answer, (window) => listTickets(context, window, 'TRANSFER'));
  if (!found.ok) return found;
  return settled(found.node === null ? 'done' : 'open');
}

type Window = { readonly fromDay: number; readonly toDay: number; readonly token: string };
type Listed = NodePage | { readonly ok: false; readonly fault: CallFault };

/** There is no single question to ask for: the day that we remember, or week by week. */
async function findByWeek(context: ConnectorContext, answer: Answer, list: (window: Window) => Promise<Listed>) {
  const known = await context.cases.recall('inquiry', answer.remoteId);
  const today = seoulDay(context.proxy.nowMs());
  const day = known === null ? null : seoulDay(known.openedAtMs);
  const windows =
    day === null
      ? Array.from({ length: WEEKS_BACK }, (_, week) => today - week * (CASE_WINDOW_DAYS + 1)).map((toDay) => ({
          fromDay: toDay - CASE_WINDOW_DAYS,
          toDay,
        }))
      : [{ fromDay: day - 1, toDay: Math.min(day + 1, today) }];
  for (const window of windows) {
    let token = '';
    do {
      const page = await list({ ...window, token });
      if (!page.ok) return page;
      const node = page.nodes.find((one) => plain(member(one, 'inquiryId')) === idOf(answer));
      if (node !== undefined) return { ok: true as const, node };
      token = page.next;
    } while (token !== '');
  }
  return { ok: true as const, node: null };
}

/** A reply to a question or a ticket, or the word that a ticket was taken note of. */
export async function answerInquiry(context: ConnectorContext, answer: Answer): Promise<Outcome> {
  const { proxy, settings, paths } = context;
  if (answer.action === 'reply' && contentOf(answer) === '') return { kind: 'rejected', code: 'text-missing' };
  const seen = await look(context, answer);
  if (!seen.ok) return faultOutcome(seen.fault, 'read');
  if (seen.standing === 'done') return { kind: 'done' };
  if (seen.standing !== 'open') return { kind: 'rejected', code: seen.standing.failed };
  const id = idOf(answer);
  const words = { content: contentOf(answer), vendorId: settings.vendorId, replyBy: settings.wingId };
  const call = (rest: string, body: JsonNode) =>
    proxy.call({ method: 'POST', path: paths.vendor('v4', rest), body }, 'push');
  const sent =
    answer.action === 'close'
      ? await call(`callCenterInquiries/${id}/confirms`, { confirmBy: settings.wingId })
      : seen.parentAnswerId === null
        ? await call(`onlineInquiries/${id}/replies`, words)
        : await call(`callCenterInquiries/${id}/replies`, {
            ...words,
            inquiryId: jsonInteger(id),
            parentAnswerId: jsonInteger(seen.parentAnswerId),
          });
  return sent.ok ? { kind: 'done' } : writeOutcome(sent.fault);
}

export async function confirmInquiryAnswer(context: ConnectorContext, answer: Answer): Promise<Confirmation> {
  const seen = await look(context, answer);
  if (!seen.ok) return { kind: 'unknown', code: codeOf({ kind: 'fault', fault: seen.fault }) };
  if (seen.standing === 'done') return { kind: 'done' };
  return seen.standing === 'open' ? { kind: 'not-done' } : { kind: 'failed', code: seen.standing.failed };
}
