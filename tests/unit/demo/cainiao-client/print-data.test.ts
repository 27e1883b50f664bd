import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPrintData, sealPrintData, signPrintData } from '../../../../src-main/demo/cainiao-client/print-data.ts';
import { renderDocument } from '../../../../src-main/demo/cainiao-client/render-document.ts';

const templateUrl = 'http://cloudprint.cainiao.com/template/standard/290659';
const label = { waybillCode: '78000000000001', recipient: { name: '李雷' } };
const sealed = sealPrintData(label, templateUrl);

describe('sealed print data', () => {
  it('opens as it was, for the client alone', () => {
    expect(openPrintData(sealed)).toEqual(label);
    expect(JSON.stringify(sealed)).not.toContain('李雷');
    expect(sealPrintData(label, templateUrl)).toEqual(sealed);
  });

  it('takes a sender beside it', () => {
    const sender = { name: '沈暖' };
    expect(openPrintData({ ...sealed, addData: { sender } })).toEqual({ ...label, sender });
  });

  it('is refused when a single letter was altered anywhere', () => {
    const fields = ['encryptedData', 'signature', 'templateURL', 'ver'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), fc.constantFrom('A', 'b', '0', '='), (field, at, letter) => {
        const text = sealed[field];
        const index = at % text.length;
        const altered = text.slice(0, index) + letter + text.slice(index + 1);
        fc.pre(altered !== text);
        expect(openPrintData({ ...sealed, [field]: altered })).toBeNull();
      }),
    );
  });

  it.each([
    null,
    'text',
    {},
    { encryptedData: 'AES:' },
    { ...sealed, more: 1 },
    { ...sealed, encryptedData: 'AES:AAAA' },
  ])('is not %o', (value) => {
    expect(openPrintData(value)).toBeNull();
  });
});

describe('print data in the clear', () => {
  it('is signed all the same', () => {
    const open = signPrintData(label, templateUrl);
    expect(openPrintData(open)).toEqual(label);
    expect(openPrintData({ ...open, data: { ...label, waybillCode: '78000000000002' } })).toBeNull();
  });
});

describe('a document', () => {
  const area = { data: { note: '易碎' }, templateURL: 'http://cloudprint.cainiao.com/template/customArea/12345' };

  it('is print data and at most one custom area', () => {
    expect(renderDocument({ documentID: '1', contents: [sealed] })).toEqual({
      isGood: true,
      label,
      templateUrl,
      customArea: null,
    });
    expect(renderDocument({ documentID: '1', contents: [sealed, area] })).toMatchObject({
      isGood: true,
      customArea: { note: '易碎' },
    });
    expect(renderDocument({ documentID: '1', contents: [sealed, area, area] })).toMatchObject({
      isGood: false,
      code: 12,
    });
    expect(
      renderDocument({ documentID: '1', contents: [sealed, { ...area, templateURL: 'http://elsewhere.invalid/1' }] }),
    ).toMatchObject({ code: 30 });
    expect(renderDocument({ documentID: '1', contents: [area] })).toEqual({
      isGood: false,
      code: 40,
      message: 'Unknown encryption type.',
    });
  });
});
