import type { CoupangFaults } from '../faults.ts';

/** Changes the body of a good answer, as the switchboard wants it. Never touches the world. */
export function spoilBody(body: unknown, faults: CoupangFaults): unknown {
  if (faults.has('failure-in-200')) return { code: 'ERROR', message: 'Internal Exception', data: null };
  const strange = faults.has('unknown-values') ? withUnknownValues(body) : body;
  return isRecord(strange) ? withCode(strange, faults) : strange;
}

/** 200 as number, `"200"` as text or `"SUCCESS"`: the documents have all three. A failure keeps its own code. */
function withCode(body: Record<string, unknown>, faults: CoupangFaults): Record<string, unknown> {
  const { code } = body;
  if (code !== 200 && code !== '200') return body;
  if (faults.has('code-success')) return { ...body, code: 'SUCCESS' };
  if (faults.has('code-other-shape')) return { ...body, code: code === 200 ? '200' : 200 };
  return body;
}

const strangers: Readonly<Record<string, string>> = {
  status: 'TELEPORTING',
  shipmentType: 'MOON_ROCKET',
  receiptStatus: 'RETURNS_IN_SUPERPOSITION',
  releaseStopStatus: '양자얽힘',
  faultByType: 'NOBODY',
  exchangeStatus: 'PONDERING',
  collectStatus: 'Hovering',
  csPartnerCounselingStatus: 'dreaming',
};

/** Words that no list of the documents holds, wherever there is one. */
function withUnknownValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownValues);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const isWord = typeof inner === 'string' && key in strangers;
    return [key, isWord ? strangers[key] : withUnknownValues(inner)];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
