import { describe, expect, it } from 'vitest';
import { hour, startCoupang, wing, type Bench, type Reply } from './support/start-coupang.ts';

const days = 'vendorId=A00012345&inquiryStartAt=2026-11-16&inquiryEndAt=2026-11-23';

describe('questions', () => {
  it('are listed as the document has them, and answered for good', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId: _id, orderId } = bench.add();
    const ask = { event: 'ask-question', vendorItemId: '4279191312', content: '언제 발송되나요?' } as const;
    const { inquiryId } = bench.simulator.happen({ ...ask, orderIds: [orderId] });
    bench.pass(60_000);
    bench.simulator.happen({ ...ask, orderIds: [] });
    const list = async (type: string): Promise<Reply['json']> =>
      (await bench.get(`v5 onlineInquiries?${days}&answeredType=${type}`)).json.data;
    expect(await list('ALL')).toMatchObject({
      content: [
        { orderIds: null },
        {
          inquiryId: Number(inquiryId),
          vendorItemId: 4279191312,
          inquiryAt: '2026-11-22 12:00:00',
          orderIds: [Number(orderId)],
          commentDtoList: [],
        },
      ],
      pagination: { currentPage: 1, totalPages: 1, totalElements: 2, countPerPage: 10 },
    });
    const reply = { content: '안녕하세요\n오늘 발송됩니다.', vendorId: 'A00012345', replyBy: wing };
    const path = `v4 onlineInquiries/${inquiryId}/replies`;
    expect((await bench.send('POST', path, reply)).json).toEqual({ code: '200', message: 'OK' });
    expect((await list('ANSWERED')).content[0].commentDtoList).toMatchObject([
      {
        inquiryId: Number(inquiryId),
        content: '안녕하세요\n오늘 발송됩니다.',
        inquiryCommentAt: '2026-11-22 12:01:00',
      },
    ]);
    expect((await list('NOANSWER')).content).toHaveLength(1);
    expect((await bench.send('POST', path, { ...reply, replyBy: 'somebody' })).status).toBe(400);
    const raw = `{"content":"a\nb","vendorId":"A00012345","replyBy":"${wing}"}`;
    expect((await bench.send('POST', path, raw)).json.message).toContain('Could not read JSON');
  });

  it.each([
    ['vendorId=A00012345&inquiryStartAt=2026-11-15&inquiryEndAt=2026-11-23&answeredType=ALL', 400],
    ['inquiryStartAt=2026-11-16&inquiryEndAt=2026-11-23&answeredType=ALL', 400],
    ['vendorId=A00099999&inquiryStartAt=2026-11-16&inquiryEndAt=2026-11-23&answeredType=ALL', 400],
    [`${days}`, 400],
    [`${days}&answeredType=ALL&pageSize=51`, 400],
    ['vendorId=A00012345&answeredType=ALL', 400],
    ['vendorId=A00012345&answeredType=ALL&vendorItemId=4279191312', 200],
  ])('%s -> %i', async (query, status) => {
    const bench = await startCoupang();
    expect((await bench.get(`v5 onlineInquiries?${query}`)).status).toBe(status);
  });
});

describe('the call centre', () => {
  async function called(bench: Bench, kind: 'answer' | 'transfer'): Promise<string> {
    const { shipmentBoxId } = bench.add();
    return bench.simulator.happen({ event: 'call-centre', shipmentBoxId, content: '발송 문의', kind }).inquiryId!;
  }

  async function listed(bench: Bench, status: string): Promise<string[]> {
    const { data } = (await bench.get(`v5 callCenterInquiries?${days}&partnerCounselingStatus=${status}`)).json;
    return data.content.map((ticket: { inquiryId: number }) => String(ticket.inquiryId));
  }

  async function reply(bench: Bench, inquiryId: string, change: Record<string, unknown> = {}): Promise<Reply> {
    const { data } = (await bench.get(`/v2/providers/openapi/apis/api/v5/vendors/callCenterInquiries/${inquiryId}`))
      .json;
    return await bench.send('POST', `v4 callCenterInquiries/${inquiryId}/replies`, {
      vendorId: 'A00012345',
      inquiryId,
      content: '안녕하세요\n확인하겠습니다.',
      replyBy: wing,
      parentAnswerId: data.replies[0].answerId,
      ...change,
    });
  }

  it('asks, is answered once, and not again', async () => {
    const bench = await startCoupang();
    const inquiryId = await called(bench, 'answer');
    expect(await listed(bench, 'NO_ANSWER')).toEqual([inquiryId]);
    expect((await reply(bench, inquiryId, { parentAnswerId: 1 })).status).toBe(400);
    expect((await reply(bench, inquiryId)).json).toEqual({ code: '200', message: 'OK' });
    const again = await reply(bench, inquiryId);
    expect([again.status, again.json.message]).toEqual([
      400,
      "The inquiry can't be answer. It can do only inquiryStatus:progress, partnerTransferStatus:requestAnswer",
    ]);
    expect([await listed(bench, 'ANSWER'), await listed(bench, 'NO_ANSWER'), await listed(bench, 'NONE')]).toEqual([
      [inquiryId],
      [],
      [inquiryId],
    ]);
    expect(bench.simulator.world().tickets[0]?.replies).toHaveLength(2);
  });

  it('closes what is not answered within a day, and the API can no longer reply', async () => {
    const bench = await startCoupang();
    const inquiryId = await called(bench, 'answer');
    bench.pass(24 * hour - 1);
    expect(await listed(bench, 'NO_ANSWER')).toEqual([inquiryId]);
    bench.pass(1);
    expect(await listed(bench, 'ANSWER')).toEqual([inquiryId]);
    expect((await reply(bench, inquiryId)).status).toBe(400);
    const { data } = (await bench.get(`/v2/providers/openapi/apis/api/v5/vendors/callCenterInquiries/${inquiryId}`))
      .json;
    expect(data).toMatchObject({
      inquiryStatus: 'complete',
      csPartnerCounselingStatus: 'answered',
      answeredAt: '2026-11-23 12:00:00',
    });
  });

  it('hands over what is to be confirmed only', async () => {
    const bench = await startCoupang();
    const [first, second] = [await called(bench, 'transfer'), await called(bench, 'transfer')];
    expect(await listed(bench, 'TRANSFER')).toEqual([first, second]);
    const confirm = (inquiryId: string) =>
      bench.send('POST', `v4 callCenterInquiries/${inquiryId}/confirms`, { confirmBy: wing });
    expect((await confirm(first)).json).toEqual({ code: '200', message: 'OK' });
    expect((await confirm(first)).status).toBe(400);
    bench.pass(24 * hour);
    expect(await listed(bench, 'TRANSFER')).toEqual([]);
    expect((await confirm(second)).status).toBe(400);
  });

  it.each([
    [days, 400],
    [`${days}&partnerCounselingStatus=NONE&pageSize=31`, 400],
    [`${days}&partnerCounselingStatus=NONE&pageSize=30&pageNum=2`, 200],
    ['vendorId=A00012345&inquiryStartAt=2026-11-15&inquiryEndAt=2026-11-23&partnerCounselingStatus=NONE', 400],
  ])('%s -> %i', async (query, status) => {
    const bench = await startCoupang();
    expect((await bench.get(`v5 callCenterInquiries?${query}`)).status).toBe(status);
  });
});

describe('stock', () => {
  const item = '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items/4279191312';

  it('is read, set, stopped and resumed by the path alone', async () => {
    const bench = await startCoupang();
    expect((await bench.get(`${item}/inventories`)).json).toEqual({
      code: 'SUCCESS',
      message: '',
      data: { sellerItemId: 4279191312, amountInStock: 34, salePrice: 12300, onSale: true },
    });
    expect((await bench.send('PUT', `${item}/quantities/7`)).json).toEqual({
      code: 'SUCCESS',
      message: '재고 변경을 완료했습니다.',
    });
    expect((await bench.send('PUT', `${item}/sales/stop`)).json.message).toBe('판매 중지 처리되었습니다.');
    expect((await bench.get(`${item}/inventories`)).json.data).toMatchObject({ amountInStock: 7, onSale: false });
    await bench.send('PUT', `${item}/sales/resume`);
    expect(bench.simulator.world().stock[0]).toMatchObject({
      isOnSale: true,
      effects: { quantitySets: [7], stops: 1, resumes: 1 },
    });
  });

  it.each([`${item}/quantities/-1`, `${item}/quantities/100000`, `${item}9/quantities/1`])(
    'refuses %s',
    async (path) => {
      const bench = await startCoupang();
      const reply = await bench.send('PUT', path);
      expect([reply.status, reply.json.code]).toEqual([400, 'ERROR']);
    },
  );
});
