import { plainTree, xmlTree } from '../answers/tree.ts';
import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { Refusal } from '../refusal.ts';

/** How this client wants to be answered; XML unless it says json. */
export interface AnswerForm {
  isJson: boolean;
  isSimple: boolean;
}

export function formOf(parameters: ReadonlyMap<string, string>): AnswerForm {
  const isJson = parameters.get('format') === 'json';
  return { isJson, isSimple: isJson && parameters.get('simplify') === 'true' };
}

/** `{"trades_sold_get_response":{…,"request_id":"…"}}`, always with HTTP 200. */
export function goodAnswer(method: string, value: unknown, requestId: string, form: AnswerForm): Answer {
  const root = `${method.replace(/^taobao\./u, '').replaceAll('.', '_')}_response`;
  const full = { ...Object(value), request_id: requestId };
  if (!form.isJson) return xmlAnswer(root, full);
  const plain = plainTree(full, form.isSimple);
  return jsonAnswer(200, form.isSimple ? plain : { [root]: plain }, jsonHeaders);
}

/** An error comes with HTTP 200 as well; `simplify` does not change it. */
export function refusalAnswer(refusal: Refusal, requestId: string, form: AnswerForm): Answer {
  const body = {
    code: refusal.code,
    msg: refusal.message,
    sub_code: refusal.subCode,
    sub_msg: refusal.subMessage,
    request_id: requestId,
  };
  if (!form.isJson) return xmlAnswer('error_response', body);
  return jsonAnswer(200, { error_response: plainTree(body, false) }, jsonHeaders);
}

const jsonHeaders = { 'Content-Type': 'text/javascript;charset=UTF-8' };

function xmlAnswer(root: string, body: Record<string, unknown>): Answer {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/xml;charset=UTF-8' },
    body: `<?xml version="1.0" encoding="utf-8" ?>${xmlTree(root, body)}`,
  };
}
