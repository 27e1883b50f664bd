import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_WAYBILL_LETTERS, parseWaybill } from '../../../../src-main/core/label/waybill-document.ts';

const TEMPLATE = 'http://cloudprint.cainiao.com/template/standard/290659';
const sealed = {
  encryptedData: 'AES:c2VhbGVk',
  signature: 'MD:c2lnbmVk',
  templateURL: TEMPLATE,
  ver: 'waybill_print_secret_version_1',
};
const area = { data: { note: '易碎' }, templateURL: 'http://cloudprint.cainiao.com/template/customArea/12345' };
const whole = { contents: [sealed], waybillCode: '78000000000001', cpCode: 'YTO' };

const parsed = (change: object) => parseWaybill(JSON.stringify({ ...whole, ...change }));

describe('a waybill document', () => {
  it('tells number and carrier, and its contents letter by letter', () => {
    expect(parsed({})).toEqual({
      waybillCode: '78000000000001',
      cpCode: 'YTO',
      contents: JSON.stringify([sealed]),
    });
    expect(parsed({ contents: [sealed, area] })?.contents).toBe(JSON.stringify([sealed, area]));
    expect(
      parsed({ contents: [{ data: { cpCode: 'YTO' }, signature: 'MD:x', templateURL: TEMPLATE }] }),
    ).not.toBeNull();
  });

  it('keeps numbers that are longer than ours, signs as they were escaped, and every space', () => {
    const contents = `[ {"templateURL":"${TEMPLATE}" ,"signature":"MD:\\u674e","data":{"id":90071992547409931234, "a}\\"]":1.10} } ]`;
    const text = ` { "waybillCode" : "780-1", "contents":\n${contents},"cpCode":"SF"}`;
    expect(parseWaybill(text)).toEqual({ waybillCode: '780-1', cpCode: 'SF', contents });
  });

  it('keeps the contents whatever lies in them', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        const contents = JSON.stringify([{ ...sealed, [`x${key}`]: value }], null, 1);
        const text = `{"cpCode":"YTO","contents":${contents},"waybillCode":"7800"}`;
        expect(parseWaybill(text)?.contents).toBe(contents);
      }),
    );
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['a member more', JSON.stringify({ ...whole, more: 1 })],
    ['a member twice', `${JSON.stringify(whole).slice(0, -1)},"contents":[]}`],
    ['one letter too many', `${' '.repeat(MAX_WAYBILL_LETTERS)}${JSON.stringify(whole)}`],
  ])('is not %s', (_name, text) => {
    expect(parseWaybill(text)).toBeNull();
  });

  it.each([
    { waybillCode: 'LI LEI' },
    { waybillCode: 7_800 },
    { cpCode: '' },
    { contents: [] },
    { contents: [sealed, area, area] },
    { contents: [area] },
    { contents: [sealed, sealed] },
    { contents: [{ ...sealed, signature: undefined }] },
    { contents: [{ ...sealed, encryptedData: undefined }] },
    { contents: [{ ...sealed, templateURL: 'http://cloudprint.cainiao.com.elsewhere.invalid/1' }] },
    { contents: [{ ...sealed, templateURL: 'http://cloudprint.cainiao.com@elsewhere.invalid/1' }] },
    { contents: [sealed, { ...area, templateURL: 'file:///etc/passwd' }] },
  ])('refuses %j', (change) => {
    expect(parsed(change)).toBeNull();
  });
});
